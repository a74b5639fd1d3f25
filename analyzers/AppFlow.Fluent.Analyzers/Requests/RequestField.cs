using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>A field of a request: a property of its class.</summary>
internal sealed class RequestField(IPropertySymbol property, int index, bool isToken)
{
    public IPropertySymbol Property { get; } = property;

    /// <summary>The property's name.</summary>
    public string Name => Property.Name;

    /// <summary>The field's place in its request, for sets of fields as bits.</summary>
    public int Index { get; } = index;

    /// <summary>Whether the property is marked <c>[IdempotencyToken]</c>.</summary>
    public bool IsToken { get; } = isToken;

    public FieldConstraints Constraints { get; } = FieldConstraints.Of(property);

    public bool IsRequired => Constraints.IsRequired;

    /// <summary>Whether a new request has a value here before anything sets it: a default, or a type that is never null.</summary>
    public bool StartsSet { get; } = FieldDefaults.StartsSet(property);

    public ulong Bit => 1UL << Index;
}
