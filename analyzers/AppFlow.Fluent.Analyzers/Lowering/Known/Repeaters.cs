using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering.Known;

/// <summary>The methods of the framework and of Polly that run a lambda before they return, or as if they did.</summary>
internal static class Repeaters
{
    /// <summary>Whether the method runs its lambda for each item of a collection, or of a range.</summary>
    public static bool RunsForEachItem(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return Types.IsIn(type, "System", "Linq")
            || Types.IsIn(type, "System", "Linq", "Async")
            || (type.Name == "List" && Types.IsIn(type, "System", "Collections", "Generic"))
            || type.SpecialType == SpecialType.System_Array
            || (type.Name == "ImmutableList" && Types.IsIn(type, "System", "Collections", "Immutable"))
            || (type.Name == "Parallel" && method.Name is not "Invoke" && Types.IsIn(type, "System", "Threading", "Tasks"))
            || (method is { IsExtensionMethod: true, Name: "ForEach" or "ForEachAsync" or "SelectAsync" or "ParallelForEachAsync" });
    }

    /// <summary>Whether the method belongs to a pipeline or a policy, which may repeat its lambda after a failure.</summary>
    public static bool IsPipeline(IMethodSymbol method) =>
        method.Name is "Execute" or "ExecuteAsync" or "ExecuteAndCapture" or "ExecuteAndCaptureAsync" or "ExecuteOutcomeAsync"
        && IsOfPolly(method.ContainingType);

    public static bool IsOfPolly(ITypeSymbol? type) => Types.IsUnder(type, "Polly");

    /// <summary>Whether the method runs its lambda before it returns, so that the lambda's writes happen then.</summary>
    public static bool RunsAtOnce(IMethodSymbol method) =>
        RunsForEachItem(method) || IsPipeline(method) || (!method.DeclaringSyntaxReferences.IsEmpty && !Assertions.ExpectsThrow(method));
}
