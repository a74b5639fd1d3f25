namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>A kind of request: its fields, and what a send of it means.</summary>
/// <param name="operation">What tokens are kept apart by: tokens of two requests meet only where this is equal.</param>
/// <param name="displayName">What a person calls the request.</param>
/// <param name="fields">Its fields, each at the place that its index says.</param>
internal sealed class RequestShape(object operation, string displayName, IReadOnlyList<Field> fields)
{
    public object Operation { get; } = operation;

    public string DisplayName { get; } = displayName;

    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>The field that holds the token; null where there is none.</summary>
    public Field? Token { get; } = fields.FirstOrDefault(candidate => candidate.Role == FieldRole.Token);

    /// <summary>Whether a send without a token gets a new one each time: filled in by the library, or nothing that the service could tell it by.</summary>
    public bool IsFreshWithoutToken { get; init; } = true;

    /// <summary>Whether the token that a send makes is written into the request, so that a second send of the object has it too.</summary>
    public bool KeepsGeneratedToken { get; init; }

    /// <summary>Whether a retry with another token, or none, is a mistake.</summary>
    public bool IsJudgedForRetries { get; init; } = true;

    /// <summary>Whether it is no request of its own but a part of one, with a token of its own.</summary>
    public bool IsPartOfOther { get; init; }

    /// <summary>Whether the object itself may be one that can be changed, so that all names of it see the change.</summary>
    public bool IsMutable { get; init; }

    /// <summary>What a send of it may fail with.</summary>
    public FailureModel Failures { get; init; } = FailureModel.Anything;

    /// <summary>The fields that must be set.</summary>
    public IEnumerable<Field> Required => Fields.Where(candidate => candidate.IsRequired);

    /// <inheritdoc/>
    public override string ToString() => DisplayName;
}
