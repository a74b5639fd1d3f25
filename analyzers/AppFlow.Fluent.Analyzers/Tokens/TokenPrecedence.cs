using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>One place gets one token rule: a constant that is reused across calls is AFF1001 before it is AFF1002.</summary>
internal static class TokenPrecedence
{
    /// <summary>Whether a token's place is one of several of the same constant in the compilation. The seam for AFF1001.</summary>
    public static bool IsReusedElsewhere(IOperation place) => false;
}
