namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The keys under which the calls of all trees are sought.</summary>
internal sealed class SiteKeySet(IReadOnlyCollection<string> keys)
{
    /// <summary>The same for sets of the same keys, so that an edit, which makes the set anew, finds what was found before it.</summary>
    private readonly string _name = string.Join("\n", keys.OrderBy(key => key, StringComparer.Ordinal));

    public IReadOnlyCollection<string> Keys { get; } = keys;

    public bool IsSame(SiteKeySet other) => _name == other._name;
}
