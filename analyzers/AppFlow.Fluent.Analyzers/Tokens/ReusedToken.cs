using System.Globalization;
using AppFlow.Fluent.Analyzers.Tokens.Index;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>AFF1001: the same hard-coded token at two or more places of the compilation.</summary>
internal static class ReusedToken
{
    // Each other place is looked at with its file's semantic model: a token that is everywhere must not make an edit bind everything.
    private const int MostOthers = 25;

    /// <summary>The diagnostic of a place whose token is sent from others too, or null.</summary>
    public static Diagnostic? Find(TokenPlace place, TokenIndex index, SemanticModel atHand, CancellationToken cancellationToken)
    {
        foreach (var value in place.Values)
        {
            var others = index.PlacesOf(value, atHand, cancellationToken)
                .Where(other => !other.IsAt(place))
                .Take(MostOthers)
                .ToList();
            if (others.Count > 0)
            {
                return Diagnostic.Create(Descriptors.ReusedToken, place.Location, others.Select(other => other.Location), value, Where(others[0]));
            }
        }

        return null;
    }

    private static string Where(TokenPlace place)
    {
        var position = place.Location.GetLineSpan();
        var line = string.Format(CultureInfo.InvariantCulture, "line {0}", position.StartLinePosition.Line + 1);
        var name = position.Path.Substring(position.Path.LastIndexOfAny(['/', '\\']) + 1);
        return name.Length == 0 ? line : $"{name}, {line}";
    }
}
