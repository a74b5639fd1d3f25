namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>What a tree declares, as far as a constant's name may lead there.</summary>
internal sealed class TreeDeclarations(IReadOnlyList<TypeSummary> types, IReadOnlyDictionary<string, string> aliases)
{
    public IReadOnlyList<TypeSummary> Types { get; } = types;

    /// <summary>The last names of what the <c>using</c> aliases stand for.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; } = aliases;

    /// <summary>Whether names lead to the same values by both.</summary>
    public bool AreSame(TreeDeclarations other) =>
        Types.Count == other.Types.Count
        && Types.Zip(other.Types, (one, another) => one.IsSame(another)).All(isSame => isSame)
        && Aliases.Count == other.Aliases.Count
        && Aliases.All(alias => other.Aliases.TryGetValue(alias.Key, out var target) && target == alias.Value);
}
