using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.RequiredFields;

/// <summary>How a diagnostic tells its code fix which fields are missing.</summary>
internal static class MissingFields
{
    private const string Key = "MissingFields";

    public static ImmutableDictionary<string, string?> Encode(IEnumerable<RequestField> fields) =>
        ImmutableDictionary<string, string?>.Empty.Add(Key, string.Join(",", fields.Select(field => field.Name)));

    public static IReadOnlyList<string> Of(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Key, out var names) && names is not null ? names.Split(',') : [];
}
