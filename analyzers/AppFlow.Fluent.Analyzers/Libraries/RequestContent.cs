using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>A request in the body that is read, with the value of each property.</summary>
/// <param name="origin">The request that it is or copies; null for a new one.</param>
internal sealed class RequestContent(ISymbol? origin)
{
    private readonly Dictionary<string, PropertyValue> _values = new(StringComparer.Ordinal);

    public ISymbol? Origin { get; } = origin;

    /// <summary>Whether it may have other values than the known ones.</summary>
    public bool IsOpen { get; set; }

    public IReadOnlyDictionary<string, PropertyValue> Values => _values;

    public PropertyValue this[string property]
    {
        get => _values.TryGetValue(property, out var value)
            ? value
            : IsOpen ? PropertyValue.Uncertain : Origin is null ? PropertyValue.Unset : PropertyValue.KeptOf(Origin, property);
        set => _values[property] = value.PutInto(property);
    }

    public RequestContent Copy()
    {
        var copy = new RequestContent(Origin) { IsOpen = IsOpen };
        copy.TakeFrom(this);
        return copy;
    }

    /// <summary>Merges another state into this one.</summary>
    public void MergeWith(RequestContent other)
    {
        foreach (var property in _values.Keys.Union(other._values.Keys).ToList())
        {
            _values[property] = PropertyValue.Merge(this[property], other[property]);
        }

        IsOpen |= other.IsOpen || !SymbolEqualityComparer.Default.Equals(Origin, other.Origin);
    }

    public void TakeFrom(RequestContent other)
    {
        _values.Clear();
        foreach (var pair in other._values)
        {
            _values[pair.Key] = pair.Value;
        }

        IsOpen = other.IsOpen;
    }
}
