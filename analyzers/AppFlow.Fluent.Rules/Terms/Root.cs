namespace AppFlow.Fluent.Rules.Terms;

/// <summary>
/// The value of a site: from its last run (age 0), the run before (age 1), or earlier runs (age 2, several values under one name).
/// </summary>
internal sealed class Root(Site site, int age) : Term
{
    /// <summary>The age from which a root may stand for several values.</summary>
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
