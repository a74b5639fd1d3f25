using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The value of a request's property at one place of a body, in terms of the method's parameters.</summary>
internal sealed class PropertyValue
{
    /// <summary>Nothing has set it.</summary>
    public static readonly PropertyValue Unset = new();

    /// <summary>Set to an unknown value.</summary>
    public static readonly PropertyValue Unknown = new() { IsGiven = true };

    /// <summary>May or may not be set.</summary>
    public static readonly PropertyValue Uncertain = new() { IsGiven = true, IsUncertain = true };

    /// <summary>Whether a new value was assigned.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The request whose property value it still has: the receiver or a parameter. Null if there is none.</summary>
    public ISymbol? Origin { get; init; }

    /// <summary>The name of the property of <see cref="Origin"/>.</summary>
    public string? OriginProperty { get; init; }

    /// <summary>The parameters that the value is derived from.</summary>
    public IReadOnlyList<IParameterSymbol> Inputs { get; init; } = [];

    /// <summary>Whether it is exactly the value of the one parameter.</summary>
    public bool IsWhole { get; init; }

    public Constant? Constant { get; init; }

    public bool IsFresh { get; init; }

    public bool IsUncertain { get; init; }

    /// <summary>The receiver's properties that the value is derived from.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>Whether it is null if its parameter is: <c>name?.Trim()</c>.</summary>
    public bool IsNullWithInput { get; init; }

    public IPropertySymbol? Part { get; init; }

    public IMethodSymbol? MadeBy { get; init; }

    public static PropertyValue KeptOf(ISymbol origin, string property) => new() { Origin = origin, OriginProperty = property };

    public static PropertyValue Of(IParameterSymbol parameter) => new() { IsGiven = true, Inputs = [parameter], IsWhole = true };

    /// <summary>The value when assigned to a property: the value of another property counts as new.</summary>
    public PropertyValue PutInto(string property) => Origin is null || OriginProperty == property ? this : new() { IsGiven = true, Reads = [OriginProperty!] };

    /// <summary>The merge of both values.</summary>
    public static PropertyValue Merge(PropertyValue one, PropertyValue other)
    {
        if (one.Same(other))
        {
            return one;
        }

        return new()
        {
            IsGiven = true,
            Inputs = [.. one.Inputs.Union<IParameterSymbol>(other.Inputs, SymbolEqualityComparer.Default)],
            Reads = [.. one.AllReads.Union(other.AllReads)],
            IsUncertain = one.IsUncertain || other.IsUncertain || !one.IsGiven || !other.IsGiven,
        };
    }

    private IEnumerable<string> AllReads => OriginProperty is null ? Reads : Reads.Append(OriginProperty);

    private bool Same(PropertyValue other) =>
        ReferenceEquals(this, other)
        || (IsGiven == other.IsGiven
            && SymbolEqualityComparer.Default.Equals(Origin, other.Origin)
            && OriginProperty == other.OriginProperty
            && !IsGiven
            && !other.IsGiven)
        || (IsWhole && other.IsWhole && SymbolEqualityComparer.Default.Equals(Inputs[0], other.Inputs[0]) && IsUncertain == other.IsUncertain)
        || (Constant is not null && Constant.Equals(other.Constant) && IsUncertain == other.IsUncertain);
}
