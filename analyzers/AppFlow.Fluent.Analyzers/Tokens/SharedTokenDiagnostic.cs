using System.Globalization;
using System.Text.RegularExpressions;
using AppFlow.Fluent.Analyzers.Loops;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>How a shared token is reported.</summary>
internal static class SharedTokenDiagnostic
{
    public static Diagnostic Of(SharedToken shared)
    {
        var place = shared.Place.Syntax;
        return Diagnostic.Create(
            Descriptors.SharedToken,
            place.GetLocation(),
            shared.Other is { } other ? [other.GetLocation()] : null,
            Regex.Replace(place.ToString(), @"\s+", " "),
            Where(shared));
    }

    private static string Where(SharedToken shared)
    {
        if (shared.Other is { } other)
        {
            var line = other.SyntaxTree.GetLineSpan(other.Span).StartLinePosition.Line + 1;
            return $" (also sent at line {line.ToString(CultureInfo.InvariantCulture)})";
        }

        return shared.Repetition?.Kind == RepetitionKind.EachItem ? " in this lambda, which runs for each item" : " in this loop";
    }
}
