using System.Collections.Immutable;
using AppFlow.Fluent.Rules.Catalog.Messages;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>Tells the code fixes that a token must not be removed because the AWS SDK generates none.</summary>
internal static class NeededTokenProperties
{
    private static readonly ImmutableDictionary<string, string?> Needed = ImmutableDictionary<string, string?>.Empty.Add("TokenIsNeeded", "");

    public static ImmutableDictionary<string, string?>? Encode(RequestOrigin origin, bool canBeLeftOut) =>
        origin == RequestOrigin.AwsSdk && !canBeLeftOut ? Needed : null;
}
