using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.RequiredFields;

/// <summary>How a diagnostic tells its code fix which fields are missing.</summary>
internal static class MissingFields
{
    private const string Key = "MissingFields";
    private const string SetOnSomePath = "SetOnSomePath";

    public static ImmutableDictionary<string, string?> Encode(IEnumerable<RequestField> fields, bool setOnSomePath) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Key, string.Join(",", fields.Select(field => field.Name)))
            .Add(SetOnSomePath, setOnSomePath ? bool.TrueString : bool.FalseString);

    /// <summary>Whether some path sets one of the fields, so that a call at the send would overwrite what it set.</summary>
    public static bool IsSetOnSomePath(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SetOnSomePath, out var some) && some == bool.TrueString;

    public static IReadOnlyList<string> Of(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Key, out var names) && names is not null ? names.Split(',') : [];
}
