using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>A request within the body that is read: what each of its properties holds.</summary>
/// <param name="origin">The request that it is, or is a copy of; null for one that begins with nothing.</param>
internal sealed class RequestState(ISymbol? origin)
{
    private readonly Dictionary<string, FieldValue> _values = new(StringComparer.Ordinal);

    public ISymbol? Origin { get; } = origin;

    /// <summary>Whether it may have other values than those known.</summary>
    public bool IsOpen { get; set; }

    public IReadOnlyDictionary<string, FieldValue> Values => _values;

    public FieldValue this[string property]
    {
        get => _values.TryGetValue(property, out var value)
            ? value
            : IsOpen ? FieldValue.Uncertain : Origin is null ? FieldValue.Unset : FieldValue.KeptOf(Origin, property);
        set => _values[property] = value.PutInto(property);
    }

    public RequestState Copy()
    {
        var copy = new RequestState(Origin) { IsOpen = IsOpen };
        copy.TakeFrom(this);
        return copy;
    }

    /// <summary>Makes this the state that holds where it is one or the other.</summary>
    public void MergeWith(RequestState other)
    {
        foreach (var property in _values.Keys.Union(other._values.Keys).ToList())
        {
            _values[property] = FieldValue.Merge(this[property], other[property]);
        }

        IsOpen |= other.IsOpen || !SymbolEqualityComparer.Default.Equals(Origin, other.Origin);
    }

    public void TakeFrom(RequestState other)
    {
        _values.Clear();
        foreach (var pair in other._values)
        {
            _values[pair.Key] = pair.Value;
        }

        IsOpen = other.IsOpen;
    }
}
