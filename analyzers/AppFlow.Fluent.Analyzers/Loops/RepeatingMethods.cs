using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>The methods that are known to call a lambda more than once.</summary>
internal static class RepeatingMethods
{
    public static RepetitionKind? KindOf(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var space = type?.ContainingNamespace;
        return method.Name switch
        {
            "Select" or "SelectMany" or "ForAll" or "ForEachAsync" or "ForEachAwaitAsync" or "SelectAwait"
                when space.Is("System", "Linq") => RepetitionKind.EachItem,
            "ForEach" when type?.Name == "List" && space.Is("System", "Collections", "Generic") => RepetitionKind.EachItem,
            "ForEach" when type?.SpecialType == SpecialType.System_Array => RepetitionKind.EachItem,
            "ForEach" or "ForEachAsync" or "For" or "ForAsync"
                when type?.Name == "Parallel" && space.Is("System", "Threading", "Tasks") => RepetitionKind.EachItem,
            "Execute" or "ExecuteAsync" or "ExecuteAndCapture" or "ExecuteAndCaptureAsync" or "ExecuteOutcomeAsync"
                when IsPipeline(type) => RepetitionKind.EachAttempt,
            _ => null,
        };
    }

    // Polly's pipelines, and the policies of the versions before 8.
    private static bool IsPipeline(INamedTypeSymbol? type) =>
        type?.Name is "ResiliencePipeline" or "IAsyncPolicy" or "ISyncPolicy" or "AsyncPolicy" or "Policy" or "PolicyBase"
            or "AsyncRetryPolicy" or "RetryPolicy" or "AsyncPolicyWrap" or "PolicyWrap"
        && IsOfPolly(type.ContainingNamespace);

    private static bool IsOfPolly(INamespaceSymbol? space) =>
        space.Is("Polly") || space.Is("Polly", "Retry") || space.Is("Polly", "Wrap");
}
