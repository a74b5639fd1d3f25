using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.CodeFixes.Symbols;

/// <summary>
/// The data that rules pass to fixes in a diagnostic's properties. The rules define the keys; only this class reads them.
/// </summary>
internal static class Reports
{
    /// <summary>AFF2001 and AFF2002: the names of the fields that are not set.</summary>
    public static IReadOnlyList<string> MissingFields(Diagnostic diagnostic) =>
        Value(diagnostic, "MissingFields") is { Length: > 0 } names ? names.Split(',') : [];

    /// <summary>AFF2001 and AFF2002: whether some path sets one of the fields, so that a call at the send would overwrite what it set.</summary>
    public static bool IsSetOnSomePath(Diagnostic diagnostic) => Value(diagnostic, "SetOnSomePath") == bool.TrueString;

    /// <summary>AFF1004: the method that sets the token, if the source creates no token.</summary>
    public static string? TokenSetter(Diagnostic diagnostic) => Value(diagnostic, "Setter");

    /// <summary>AFF1004: whether the token is only a fresh value, so that any other new token can replace it.</summary>
    public static bool IsPlainToken(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey("FreshToken");

    /// <summary>AFF1001, AFF1002, AFF1003 and AFF1005: whether the request needs a token because the SDK generates none.</summary>
    public static bool IsTokenNeeded(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey("TokenIsNeeded");

    /// <summary>AFF1004: the token property of an AWS SDK request without a token.</summary>
    public static string? TokenProperty(Diagnostic diagnostic) => Value(diagnostic, "TokenProperty");

    /// <summary>AFF4003: whether the later call overwrites everything that the earlier one sets.</summary>
    public static bool IsAllLost(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey("AllIsLost");

    private static string? Value(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;
}
