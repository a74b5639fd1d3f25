using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The effect of a call on one field of a request.</summary>
internal sealed class RequestFieldSet
{
    private readonly RequestKind? _kind;
    private Field? _field;

    public RequestFieldSet(RequestKind kind, IPropertySymbol property)
    {
        _kind = kind;
        Property = property;
    }

    public RequestFieldSet(Field field) => _field = field;

    /// <summary>The field.</summary>
    /// <exception cref="InvalidOperationException">The property is not a field; <see cref="RequestCall.Sets"/> has no such set.</exception>
    public Field Field => Find() ?? throw new InvalidOperationException($"{Property} is not a field of a request.");

    /// <summary>The request's property; null for a field that stands for an argument of a wrapper.</summary>
    public IPropertySymbol? Property { get; }

    /// <summary>
    /// The argument, or the value of the initializer or assignment. Null if the field's value is not a single expression of this call.
    /// </summary>
    public IOperation? Value { get; init; }

    /// <summary>Whether the field gets exactly <see cref="Value"/>, and not a value derived from it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// If <see cref="Value"/> is only a part of the field's value: the property of the field's class, or of a part of it, that holds it.
    /// </summary>
    public IPropertySymbol? Part { get; init; }

    /// <summary>
    /// The static method of the field's class that creates the field's value from <see cref="Value"/>: <c>WithLambda(a)</c> and
    /// <c>WithConnectorProvisioningConfig(ForLambda(a))</c> set the same.
    /// </summary>
    public IMethodSymbol? MadeBy { get; init; }

    /// <summary>All values of this call that the field's value is derived from.</summary>
    public IReadOnlyList<IOperation> Inputs { get; init; } = [];

    /// <summary>The names of the source request's properties that the field's new value is derived from.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>
    /// The constant that the field gets from a default instead of the call's code. <see cref="Constant.Null"/> unsets the field.
    /// </summary>
    public Term? Constant { get; init; }

    /// <summary>Whether the field gets a different value each time the call runs, such as a default of <c>Guid.NewGuid()</c>.</summary>
    public bool IsFreshEachCall { get; init; }

    /// <summary>Whether the field may not be set at all.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Whether the new value is derived from the previous one, which is then not lost.</summary>
    public bool Accumulates { get; init; }

    /// <summary>
    /// For a token, an operation id, or a possibly blank value of a required AWS SDK property: the expression, where findings are reported.
    /// Null if it is not in this call.
    /// </summary>
    public IOperation? Place => Field.Role != FieldRole.Content || IsLookedAt ? Value : null;

    private bool IsLookedAt => Field.IsRequired && _kind is { Raw: not null } && Value is not null && BlankValues.MayBeBlank(Value);

    /// <summary>Whether the property is a field of its kind, and not computed from others.</summary>
    internal bool IsOfField => Find() is not null;

    // Every rule asks for it.
    private Field? Find() => _field ??= _kind!.FieldOf(Property!);
}
