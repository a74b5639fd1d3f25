using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>The hard-coded values that an expression gives to a field, each with the place where a diagnostic about it stands.</summary>
internal static class HardCodedArgument
{
    public static IEnumerable<(object? Value, Location Place)> HardCodedValues(
        this GivenValue given,
        Compilation compilation,
        CancellationToken cancellationToken) =>
        Values.HardCodedValues.Of(given.Expression, compilation, cancellationToken).Select(value => (value.Value, PlaceOf(value.Place.Syntax)));

    // With what keeps the value: null!, ("") and (string)"" are the expressions that a person sees.
    private static Location PlaceOf(SyntaxNode place)
    {
        while (place.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax)
        {
            place = place.Parent;
        }

        return place.GetLocation();
    }
}
