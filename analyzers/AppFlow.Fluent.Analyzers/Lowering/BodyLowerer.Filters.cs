using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    // A longer chain of queries is not followed to its end.
    private const int MaxQueries = 10;

    /// <summary>Each item satisfies the collection's filter: for any other item the iteration ends at once.</summary>
    /// <param name="collection">The collection that the loop, or the method with the lambda, iterates over.</param>
    /// <param name="item">The item of the iteration.</param>
    /// <param name="otherwise">The end of the iteration.</param>
    private void Filter(IOperation? collection, Term item, Block otherwise)
    {
        for (var queries = 0; queries < MaxQueries && QueryOf(collection) is { } query; queries++)
        {
            if (query.TargetMethod.Name is "Where" or "TakeWhile" && query.Arguments.Length == 2 && CallableOf(query.Arguments[1].Value) is { } filter
                && filter.Symbol.Parameters.Length == 1 && SingleValueOf(filter) is { } condition && IsRunning(filter.Symbol) is null)
            {
                Set(filter.Symbol.OriginalDefinition.Parameters[0], item);
                var passes = _graph.NewBlock();
                Condition(condition, passes, otherwise);
                _graph.Resume(passes);
            }

            collection = query.Arguments[0].Value;
        }
    }

    // A query whose items are items of its source.
    private IInvocationOperation? QueryOf(IOperation? collection)
    {
        collection = collection?.UnwrappedFunction();
        if (collection is ILocalReferenceOperation { Local: var local })
        {
            collection = _survey.OnlyValueOf(local)?.UnwrappedFunction();
        }

        if (collection is ITranslatedQueryOperation translated)
        {
            collection = translated.Operation;
        }

        return collection is IInvocationOperation { Instance: null, Arguments.Length: > 0 } call && call.TargetMethod.IsExtensionMethod
            && call.TargetMethod.Name is "Where" or "TakeWhile" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending"
                or "Distinct" or "DistinctBy" or "Take" or "TakeLast" or "Skip" or "SkipLast" or "SkipWhile" or "Reverse" or "ToList" or "ToArray" or "ToHashSet" or "AsEnumerable"
                or "AsParallel"
            && Types.IsIn(call.TargetMethod.ContainingType, "System", "Linq")
                ? call
                : null;
    }
}
