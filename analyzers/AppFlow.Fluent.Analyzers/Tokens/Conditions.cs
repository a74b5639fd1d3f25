using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>Whether two places are reached under conditions of their own that test the same thing: then one may exclude the other.</summary>
internal static class Conditions
{
    public static bool MayExcludeEachOther(IOperation one, IOperation other)
    {
        var tested = TestedAround(one, other);
        return tested.Count > 0 && TestedAround(other, one).Any(symbol => tested.Contains(symbol));
    }

    private static HashSet<ISymbol> TestedAround(IOperation place, IOperation other)
    {
        var tested = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var current = place.Parent; current is not null && !current.Syntax.Span.Contains(other.Syntax.Span); current = current.Parent)
        {
            var condition = current switch
            {
                IConditionalOperation conditional => conditional.Condition,
                ISwitchOperation choice => choice.Value,
                ISwitchExpressionOperation choice => choice.Value,
                IWhileLoopOperation loop => loop.Condition,
                _ => null,
            };
            foreach (var part in condition?.DescendantsAndSelf() ?? [])
            {
                if (SymbolOf(part) is { } symbol)
                {
                    tested.Add(symbol);
                }
            }
        }

        return tested;
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };
}
