namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>An expression by its syntax, before binding: a text, a name of one, or a combination.</summary>
internal abstract class TokenText
{
    /// <summary>Certainly not hard-coded: a call, a parameter, a member of an instance.</summary>
    public static TokenText NotHardCoded { get; } = new Nothing();

    /// <summary>Concatenated parts.</summary>
    public static TokenText Join(IReadOnlyList<TokenText> parts) => parts.Contains(NotHardCoded) ? NotHardCoded : new Joined(parts);

    /// <summary>One of several arms; hard-coded only when all of them are.</summary>
    public static TokenText Choose(IReadOnlyList<TokenText> arms) =>
        arms.Count == 0 || arms.Contains(NotHardCoded) ? NotHardCoded : arms.Count == 1 ? arms[0] : new Choice(arms);

    /// <summary>Whether two expressions have the same syntax; expressions that need the semantic model equal no other.</summary>
    public virtual bool IsSame(TokenText other) => this == other;

    private static bool AreSame(IReadOnlyList<TokenText> ones, IReadOnlyList<TokenText> others) =>
        ones.Count == others.Count && ones.Zip(others, (one, other) => one.IsSame(other)).All(isSame => isSame);

    private sealed class Nothing : TokenText;

    /// <summary>A literal.</summary>
    internal sealed class Written(string value) : TokenText
    {
        public string Value { get; } = value;

        public override bool IsSame(TokenText other) => other is Written written && written.Value == Value;
    }

    /// <summary>A name that may be a constant: a member of the surrounding types, or of the qualifying type.</summary>
    internal sealed class Named(string name, IReadOnlyList<string> qualifiers, IReadOnlyList<string> typesAround) : TokenText
    {
        public string Name { get; } = name;

        /// <summary>The qualifiers of the name, from left to right; empty for a simple name.</summary>
        public IReadOnlyList<string> Qualifiers { get; } = qualifiers;

        /// <summary>The names of the surrounding types, innermost first.</summary>
        public IReadOnlyList<string> TypesAround { get; } = typesAround;

        public override bool IsSame(TokenText other) =>
            other is Named named && named.Name == Name && named.Qualifiers.SequenceEqual(Qualifiers) && named.TypesAround.SequenceEqual(TypesAround);
    }

    /// <summary>A possible constant that needs the semantic model.</summary>
    internal sealed class Computed : TokenText
    {
        private static int _last;

        /// <summary>Unique for each expression: two of them are never equal.</summary>
        public int Id { get; } = Interlocked.Increment(ref _last);
    }

    /// <summary>An interpolation or a sum.</summary>
    internal sealed class Joined(IReadOnlyList<TokenText> parts) : TokenText
    {
        public IReadOnlyList<TokenText> Parts { get; } = parts;

        public override bool IsSame(TokenText other) => other is Joined joined && AreSame(joined.Parts, Parts);
    }

    /// <summary>The arms of a <c>?:</c>, <c>??</c> or <c>switch</c>, or the locals of one name.</summary>
    internal sealed class Choice(IReadOnlyList<TokenText> arms) : TokenText
    {
        public IReadOnlyList<TokenText> Arms { get; } = arms;

        public override bool IsSame(TokenText other) => other is Choice choice && AreSame(choice.Arms, Arms);
    }
}
