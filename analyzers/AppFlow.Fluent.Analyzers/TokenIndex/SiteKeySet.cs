namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The search keys for the calls of all trees.</summary>
internal sealed class SiteKeySet(HashSet<string> keys)
{
    /// <summary>Equal for sets with the same keys, so that an edit, which creates a new set, finds the earlier results.</summary>
    private readonly string _name = string.Join("\n", keys.OrderBy(key => key, StringComparer.Ordinal));

    public IEnumerable<string> Keys => keys;

    public bool IsSame(SiteKeySet other) => this == other || _name == other._name;

    public bool Has(string key) => keys.Contains(key);
}
