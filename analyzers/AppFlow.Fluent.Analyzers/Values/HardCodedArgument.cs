using System.Collections.Immutable;
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
        CancellationToken cancellationToken)
    {
        var values = Values.HardCodedValues.Of(given.Expression, compilation, cancellationToken);
        return values.Select(value => (value.Value, PlaceOf(value, values, given.Expression)));
    }

    // One value is the whole argument, null! for example; of several, each arm is a place.
    private static Location PlaceOf(HardCodedValue value, ImmutableArray<HardCodedValue> values, IOperation expression) =>
        values.Length > 1
            ? value.Place.Syntax.GetLocation()
            : (expression.Syntax is { Parent: PostfixUnaryExpressionSyntax suppressed } ? suppressed : expression.Syntax).GetLocation();
}
