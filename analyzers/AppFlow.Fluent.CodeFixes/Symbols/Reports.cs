using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.CodeFixes.Symbols;

/// <summary>What the rules tell the fixes in a diagnostic's properties. The keys are the rules'; the fixes read them here alone.</summary>
internal static class Reports
{
    /// <summary>AFF2001 and AFF2002: the names of the fields that are not set.</summary>
    public static IReadOnlyList<string> MissingFields(Diagnostic diagnostic) =>
        Value(diagnostic, "MissingFields") is { Length: > 0 } names ? names.Split(',') : [];

    /// <summary>AFF2001 and AFF2002: whether some path sets one of the fields, so that a call at the send would overwrite what it set.</summary>
    public static bool IsSetOnSomePath(Diagnostic diagnostic) => Value(diagnostic, "SetOnSomePath") == bool.TrueString;

    /// <summary>AFF1004: the method that sets the token, where no token is made in the source.</summary>
    public static string? TokenSetter(Diagnostic diagnostic) => Value(diagnostic, "Setter");

    /// <summary>AFF1004: whether the fresh token is nothing but fresh, so that any other new token can stand in for it.</summary>
    public static bool IsPlainToken(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey("FreshToken");

    /// <summary>AFF1001, AFF1002, AFF1003 and AFF1005: whether the request must have a token, for the SDK makes none in its place.</summary>
    public static bool IsTokenNeeded(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey("TokenIsNeeded");

    /// <summary>AFF1004: the property of a request of the AWS SDK that takes the token, where none is set.</summary>
    public static string? TokenProperty(Diagnostic diagnostic) => Value(diagnostic, "TokenProperty");

    /// <summary>AFF4003: whether nothing of what the earlier call sets outlives the later one.</summary>
    public static bool IsAllLost(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey("AllIsLost");

    private static string? Value(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;
}
