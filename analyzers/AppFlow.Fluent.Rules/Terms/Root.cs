namespace AppFlow.Fluent.Rules.Terms;

/// <summary>What a site made: when it ran last (age 0), the time before (age 1), or earlier than that (age 2, several values under one name).</summary>
internal sealed class Root(Site site, int age) : Term
{
    /// <summary>The age from which on a root may stand for several values.</summary>
    public const int Oldest = 2;

    public Site Site { get; } = site;

    public int Age { get; } = age;

    /// <inheritdoc/>
    public override bool Equals(Term? other) => other is Root root && root.Site == Site && root.Age == Age;

    /// <inheritdoc/>
    public override int GetHashCode() => (Site.GetHashCode() * 3) + Age;

    /// <inheritdoc/>
    public override string ToString() => Site + new string('\'', Age);
}
