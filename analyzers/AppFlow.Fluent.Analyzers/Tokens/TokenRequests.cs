using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>Whether two calls are written to send different requests.</summary>
internal static class TokenRequests
{
    public static bool Differ(TokenUse one, TokenUse other, SameExpressions same)
    {
        if (!one.IsUnderstood || !other.IsUnderstood)
        {
            return false;
        }

        if (one.Target is RequestType request && other.Target is RequestType otherRequest && request != otherRequest)
        {
            return true;
        }

        // Two wrappers, or a wrapper and a request, may be two steps of one call. So may a request of unknown origin and a new one.
        return IsSameTarget(one.Target, other.Target)
            && one.Inputs.ContainsKey("origin") == other.Inputs.ContainsKey("origin")
            && !HaveSameInputs(one, other, same);
    }

    private static bool IsSameTarget(object one, object other) =>
        one is ISymbol symbol && other is ISymbol otherSymbol ? SymbolEqualityComparer.Default.Equals(symbol, otherSymbol) : one == other;

    private static bool HaveSameInputs(TokenUse one, TokenUse other, SameExpressions same) =>
        one.Inputs.Count == other.Inputs.Count
        && one.Inputs.All(input => other.Inputs.TryGetValue(input.Key, out var value) && same.AreSame(input.Value, value));
}
