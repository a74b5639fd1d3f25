using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What a call does to one field of a request.</summary>
internal sealed class RequestFieldSet
{
    private readonly RequestKind? _kind;
    private readonly Field? _field;

    public RequestFieldSet(RequestKind kind, IPropertySymbol property)
    {
        _kind = kind;
        Property = property;
    }

    public RequestFieldSet(Field field) => _field = field;

    /// <summary>The field.</summary>
    /// <exception cref="InvalidOperationException">The property is no field of its own; <see cref="RequestCall.Sets"/> has no such set.</exception>
    public Field Field => _field ?? _kind!.FieldOf(Property!) ?? throw new InvalidOperationException($"{Property} is no field of a request.");

    /// <summary>The request's property; null for a field that stands for an argument of a wrapper.</summary>
    public IPropertySymbol? Property { get; }

    /// <summary>
    /// The argument, or the value of the initializer or assignment. Null where the field is set to something that is no expression of this call, or is
    /// made of several.
    /// </summary>
    public IOperation? Value { get; init; }

    /// <summary>Whether the field gets <see cref="Value"/> as it is, and not something that is made of it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Where <see cref="Value"/> is a part of what the field gets: the property of the field's class, or of a part of it, that holds it.</summary>
    public IPropertySymbol? Part { get; init; }

    /// <summary>
    /// The static method of the field's class that makes what the field gets of <see cref="Value"/>: <c>WithLambda(a)</c> and
    /// <c>WithConnectorProvisioningConfig(ForLambda(a))</c> set the same.
    /// </summary>
    public IMethodSymbol? MadeBy { get; init; }

    /// <summary>All values of this call of which the field's value is made, whole or not.</summary>
    public IReadOnlyList<IOperation> Inputs { get; init; } = [];

    /// <summary>The names of the properties of the request before that the field's new value is made of.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>The constant that the field gets, where the call's code does not write it: a default. <see cref="Constant.Null"/> unsets the field.</summary>
    public Term? Constant { get; init; }

    /// <summary>Whether the field gets a value that is another one each time that the call runs, such as <c>Guid.NewGuid()</c> as its default.</summary>
    public bool IsFreshEachCall { get; init; }

    /// <summary>Whether it is not known that the field is set at all.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Whether the new value is made of the one before, which is not lost then.</summary>
    public bool Accumulates { get; init; }

    /// <summary>
    /// For a token, an operation id, or a value that may be blank where the AWS SDK requires one: the expression that gives it, on which findings are put. Null
    /// where it is not in this call.
    /// </summary>
    public IOperation? Place => Field.Role != FieldRole.Content || IsLookedAt ? Value : null;

    private bool IsLookedAt => Field.IsRequired && _kind is { Raw: not null } && Value is not null && BlankValues.MayBeBlank(Value);

    /// <summary>Whether the property is a field of its kind, and not computed of others.</summary>
    internal bool IsOfField => _field is not null || _kind!.FieldOf(Property!) is not null;
}
