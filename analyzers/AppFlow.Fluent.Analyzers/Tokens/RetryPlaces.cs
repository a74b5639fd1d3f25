using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Loops;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>How a diagnostic tells its code fix where the retry is, and where the fresh token is made.</summary>
internal static class RetryPlaces
{
    private const string SetterKey = "Setter";
    private const string FreshTokenKey = "FreshToken";

    /// <summary>The loop or the pipeline's call and, when one is made in the source, the fresh token.</summary>
    public static IEnumerable<Location> Of(RetryToken found)
    {
        yield return RetrySyntax(found.Retry).GetLocation();
        if (found.FreshToken is { } fresh)
        {
            yield return fresh.Syntax.GetLocation();
        }
    }

    /// <summary>What the fix needs besides; without it there is no fix.</summary>
    public static ImmutableDictionary<string, string?> Encode(RetryToken found)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (found.FreshToken is { } fresh)
        {
            return FreshTokens.IsPlain(fresh) ? properties.Add(FreshTokenKey, "") : properties;
        }

        return SetterOf(found.Send.Request) is { } setter ? properties.Add(SetterKey, setter) : properties;
    }

    /// <summary>The method that sets the token, when the fix is to call it.</summary>
    public static string? Setter(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(SetterKey, out var setter) ? setter : null;

    /// <summary>Whether a token is made in the source that another one can stand in for.</summary>
    public static bool MakesToken(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(FreshTokenKey);

    private static SyntaxNode RetrySyntax(Repetition retry) =>
        retry.Operation is IAnonymousFunctionOperation lambda && Repetition.ReceivingCall(lambda) is { } call ? call.Syntax : retry.Operation.Syntax;

    private static string? SetterOf(RequestType request) =>
        request.Symbol.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
            RequestType.IsWith(method)
            && method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, Parameters.Length: 1 }
            && method.Parameters[0].Type.SpecialType == SpecialType.System_String
            && request.SetBy(method).Any(set => set.Field.IsToken))?.Name;
}
