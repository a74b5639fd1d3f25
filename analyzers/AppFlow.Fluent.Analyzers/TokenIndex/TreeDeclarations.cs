namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The declarations of a tree that the name of a constant may refer to.</summary>
internal sealed class TreeDeclarations(IReadOnlyList<TypeSummary> types, IReadOnlyDictionary<string, string> aliases)
{
    public IReadOnlyList<TypeSummary> Types { get; } = types;

    /// <summary>The last names of the targets of <c>using</c> aliases.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; } = aliases;

    /// <summary>Whether both resolve names to the same values.</summary>
    public bool AreSame(TreeDeclarations other) =>
        Types.Count == other.Types.Count
        && Types.Zip(other.Types, (one, another) => one.IsSame(another)).All(isSame => isSame)
        && Aliases.Count == other.Aliases.Count
        && Aliases.All(alias => other.Aliases.TryGetValue(alias.Key, out var target) && target == alias.Value);
}
