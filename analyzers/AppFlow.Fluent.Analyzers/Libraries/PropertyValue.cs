using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What a property of a request holds at one place of a body, told by the parameters of the body's method.</summary>
internal sealed class PropertyValue
{
    /// <summary>Nothing has set it.</summary>
    public static readonly PropertyValue Unset = new();

    /// <summary>Set to something that is not known.</summary>
    public static readonly PropertyValue Unknown = new() { IsGiven = true };

    /// <summary>It is not known whether anything has set it.</summary>
    public static readonly PropertyValue Uncertain = new() { IsGiven = true, IsUncertain = true };

    /// <summary>Whether something new has been put there.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The request whose property it still has: the receiver's class, or a parameter. Null where it has none of that.</summary>
    public ISymbol? Origin { get; init; }

    /// <summary>The name of the property of <see cref="Origin"/>.</summary>
    public string? OriginProperty { get; init; }

    /// <summary>The parameters that the value is made of.</summary>
    public IReadOnlyList<IParameterSymbol> Inputs { get; init; } = [];

    /// <summary>Whether it is the value of the one parameter as it is.</summary>
    public bool IsWhole { get; init; }

    public Constant? Constant { get; init; }

    public bool IsFresh { get; init; }

    public bool IsUncertain { get; init; }

    /// <summary>The properties of the receiver that the value is made of.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>Whether it is null where its parameter is: <c>name?.Trim()</c>.</summary>
    public bool IsNullWithInput { get; init; }

    public IPropertySymbol? Part { get; init; }

    public IMethodSymbol? MadeBy { get; init; }

    public static PropertyValue KeptOf(ISymbol origin, string property) => new() { Origin = origin, OriginProperty = property };

    public static PropertyValue Of(IParameterSymbol parameter) => new() { IsGiven = true, Inputs = [parameter], IsWhole = true };

    /// <summary>The value that a property gets of this one: what another property had is something new.</summary>
    public PropertyValue PutInto(string property) => Origin is null || OriginProperty == property ? this : new() { IsGiven = true, Reads = [OriginProperty!] };

    /// <summary>What holds where it is one or the other.</summary>
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
