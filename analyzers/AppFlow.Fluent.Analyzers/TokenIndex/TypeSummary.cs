namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>A declaration of a type: the names of its bases, and its fields and properties.</summary>
/// <param name="name">Its name.</param>
/// <param name="bases">The names of its bases.</param>
/// <param name="size">About how many fields and properties it has.</param>
internal sealed class TypeSummary(string name, IReadOnlyList<string> bases, int size)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Bases { get; } = bases;

    public Dictionary<string, Member> Members { get; } = new(size, StringComparer.Ordinal);

    public bool IsSame(TypeSummary other) =>
        Name == other.Name
        && Bases.SequenceEqual(other.Bases)
        && Members.Count == other.Members.Count
        && Members.All(member => other.Members.TryGetValue(member.Key, out var another) && member.Value.TypeName == another.TypeName && member.Value.Text.IsSame(another.Text));

    /// <summary>A field or property: its type's name, if any, and its value, if it is constant or similar.</summary>
    internal readonly struct Member(string? typeName, TokenText text)
    {
        public string? TypeName { get; } = typeName;

        public TokenText Text { get; } = text;
    }
}
