namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The keys under which the calls of all trees are sought.</summary>
internal sealed class SiteKeySet(HashSet<string> keys)
{
    /// <summary>The same for sets of the same keys, so that an edit, which makes the set anew, finds what was found before it.</summary>
    private readonly string _name = string.Join("\n", keys.OrderBy(key => key, StringComparer.Ordinal));

    public IEnumerable<string> Keys => keys;

    public bool IsSame(SiteKeySet other) => this == other || _name == other._name;

    public bool Has(string key) => keys.Contains(key);
}
