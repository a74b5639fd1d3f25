using System.Globalization;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Resolves names of constants to their values, if the sources declare them.</summary>
internal sealed class KnownTexts(IReadOnlyList<TreeSummary> summaries)
{
    // Beyond these limits the semantic model decides; real tokens have fewer parts.
    private const int MaxValues = 16;
    private const int MaxSteps = 256;
    private const int Deepest = 32;

    private static readonly IReadOnlyList<string> None = [];

    private readonly Lazy<Declared> _declared = new(() => new Declared(summaries), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>
    /// The possible values of the text, none if it is certainly not hard-coded; null if a name in it comes from elsewhere, such as a
    /// referenced assembly.
    /// </summary>
    public IReadOnlyList<string>? ValuesOf(TokenText text)
    {
        var steps = MaxSteps;
        return ValuesOf(text, Deepest, ref steps);
    }

    /// <summary>A key that is equal for two texts that always have the same values.</summary>
    public string KeyOf(TokenText text) => text switch
    {
        TokenText.Written written => "\"" + written.Value + "\"",
        TokenText.Named { Qualifiers.Count: > 0 } named => string.Join(".", named.Qualifiers) + "." + named.Name,
        TokenText.Named named => named.Name + "(" + string.Join(",", named.TypesAround.SelectMany(UnknownBases)) + ")",
        TokenText.Computed computed => "#" + computed.Id.ToString(CultureInfo.InvariantCulture),
        TokenText.Joined joined => "(" + string.Join("+", joined.Parts.Select(KeyOf)) + ")",
        TokenText.Choice choice => "(" + string.Join("|", choice.Arms.Select(KeyOf)) + ")",
        _ => "",
    };

    private IReadOnlyList<string>? ValuesOf(TokenText text, int depth, ref int steps)
    {
        if (depth == 0 || --steps < 0)
        {
            return null;
        }

        switch (text)
        {
            case TokenText.Written written:
                return [written.Value];
            case TokenText.Named named:
                return MembersMeantBy(named) is { } members ? Union(members, depth - 1, ref steps) : null;
            case TokenText.Choice choice:
                return Union(choice.Arms, depth - 1, ref steps);
            case TokenText.Computed:
                return null;
            case TokenText.Joined joined:
                return Product(joined.Parts, depth - 1, ref steps);
            default:
                return None;
        }
    }

    private List<string>? Union(IEnumerable<TokenText> texts, int depth, ref int steps)
    {
        var union = new List<string>();
        foreach (var text in texts)
        {
            if (ValuesOf(text, depth, ref steps) is not { } values || union.Count + values.Count > MaxValues)
            {
                return null;
            }

            union.AddRange(values.Where(value => !union.Contains(value)));
        }

        return union;
    }

    private List<string>? Product(IEnumerable<TokenText> parts, int depth, ref int steps)
    {
        var product = new List<string> { "" };
        foreach (var part in parts)
        {
            if (ValuesOf(part, depth, ref steps) is not { } values || product.Count * values.Count > MaxValues)
            {
                return null;
            }

            product = product.SelectMany(_ => values, (left, right) => left + right).ToList();
        }

        return product;
    }

    private List<TokenText>? MembersMeantBy(TokenText.Named named)
    {
        if (named.Qualifiers.Count == 0)
        {
            return FirstMembers(named.TypesAround, named.Name);
        }

        var type = named.Qualifiers[named.Qualifiers.Count - 1];
        var types = _declared.Value.Aliases.TryGetValue(type, out var targets) ? targets.Concat([type]) : [type];
        if (types.Select(name => MembersOf(name, named.Name, Deepest)).FirstOrDefault(members => members is not null) is { } found)
        {
            return found;
        }

        // A member of the value of a field or property, not of a type.
        return FirstMembers(named.TypesAround, named.Qualifiers[0]) is null ? null : [];
    }

    private List<TokenText>? FirstMembers(IReadOnlyList<string> types, string member) =>
        types.Select(type => MembersOf(type, member, Deepest)).FirstOrDefault(members => members is not null);

    private List<TokenText>? MembersOf(string type, string member, int depth)
    {
        if (depth == 0 || !_declared.Value.Types.TryGetValue(type, out var parts))
        {
            return null;
        }

        List<TokenText>? members = null;
        foreach (var part in parts)
        {
            if (part.Members.TryGetValue(member, out var found))
            {
                (members ??= []).Add(found.Text);
            }
        }

        return members ?? InheritedMembers(type, parts, member, depth);
    }

    private List<TokenText>? InheritedMembers(string type, List<TypeSummary> parts, string member, int depth) => parts.SelectMany(part => part.Bases)
        .Where(name => name != type)
        .Distinct()
        .Take(Deepest)
        .Select(name => MembersOf(name, member, depth / 2))
        .FirstOrDefault(found => found is not null);

    private IEnumerable<string> UnknownBases(string type) =>
        _declared.Value.Types.TryGetValue(type, out var parts) ? parts.SelectMany(part => part.Bases).Where(name => !_declared.Value.Types.ContainsKey(name)) : [type];

    /// <summary>The declarations of all trees, combined when a token is a name for the first time; most tokens are literals.</summary>
    private sealed class Declared
    {
        public Declared(IReadOnlyList<TreeSummary> summaries)
        {
            foreach (var declarations in summaries.Select(summary => summary.Declarations))
            {
                foreach (var type in declarations.Types)
                {
                    if (!Types.TryGetValue(type.Name, out var parts))
                    {
                        Types.Add(type.Name, parts = []);
                    }

                    parts.Add(type);
                }

                foreach (var alias in declarations.Aliases)
                {
                    if (!Aliases.TryGetValue(alias.Key, out var targets))
                    {
                        Aliases.Add(alias.Key, targets = new HashSet<string>(StringComparer.Ordinal));
                    }

                    targets.Add(alias.Value);
                }
            }
        }

        public Dictionary<string, List<TypeSummary>> Types { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, HashSet<string>> Aliases { get; } = new(StringComparer.Ordinal);
    }
}
