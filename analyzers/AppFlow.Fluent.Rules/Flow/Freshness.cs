using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Whether a value is one that nothing else has.</summary>
internal static class Freshness
{
    /// <summary>Whether a new value is part of it: a GUID, a random number, a clock, what a loop counts.</summary>
    public static bool IsFresh(Term value) =>
        value.Contains(part => part is Root { Site.Kind: SiteKind.Fresh or SiteKind.Counter or SiteKind.Clock } or Constant { Value: int });
}
