using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Decides whether a value is unique.</summary>
internal static class Freshness
{
    /// <summary>Whether it contains a new value: a GUID, a random number, a clock, a loop counter.</summary>
    public static bool IsFresh(Term value) =>
        value.Contains(part => part is Root { Site.Kind: SiteKind.Fresh or SiteKind.Counter or SiteKind.Clock } or Constant { Value: int });
}
