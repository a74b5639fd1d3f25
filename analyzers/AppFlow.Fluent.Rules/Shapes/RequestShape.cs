namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>A kind of request: its fields and the meaning of sending it.</summary>
/// <param name="operation">The scope of tokens: tokens of two requests are only compared if this is equal.</param>
/// <param name="displayName">What a person calls the request.</param>
/// <param name="fields">Its fields, ordered by index.</param>
internal sealed class RequestShape(object operation, string displayName, IReadOnlyList<Field> fields)
{
    public object Operation { get; } = operation;

    public string DisplayName { get; } = displayName;

    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>The token field; null if there is none.</summary>
    public Field? Token { get; } = fields.FirstOrDefault(candidate => candidate.Role == FieldRole.Token);

    /// <summary>
    /// Whether each send without a token is a new call: the library generates a token, or the service has nothing to recognise it by.
    /// </summary>
    public bool IsFreshWithoutToken { get; init; } = true;

    /// <summary>
    /// Whether a send writes its generated token into the request, so that a second send of the object has the same token.
    /// </summary>
    public bool KeepsGeneratedToken { get; init; }

    /// <summary>Whether a retry with another token, or none, is a mistake.</summary>
    public bool IsJudgedForRetries { get; init; } = true;

    /// <summary>Whether it is a part of a request with its own token, rather than a request.</summary>
    public bool IsPartOfOther { get; init; }

    /// <summary>Whether the object may be mutable, so that all references see a change.</summary>
    public bool IsMutable { get; init; }

    /// <summary>The possible failures of sending it.</summary>
    public FailureModel Failures { get; init; } = FailureModel.Anything;

    /// <summary>The fields that must be set.</summary>
    public IEnumerable<Field> Required => Fields.Where(candidate => candidate.IsRequired);

    /// <inheritdoc/>
    public override string ToString() => DisplayName;
}
