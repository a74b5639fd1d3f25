using System.Collections.Immutable;
using AppFlow.Fluent.Rules.Judges;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>Passes the missing fields from a diagnostic to its code fix.</summary>
internal static class MissingFieldProperties
{
    private const string Key = "MissingFields";
    private const string SetOnSomePath = "SetOnSomePath";

    public static ImmutableDictionary<string, string?> Encode(MissingFields missing) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Key, string.Join(",", missing.Fields.Select(candidate => candidate.Name)))
            .Add(SetOnSomePath, missing.IsSetOnSomePath ? bool.TrueString : bool.FalseString);
}
