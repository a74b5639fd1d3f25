using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering.Known;

/// <summary>Tasks, their states, and the calls that forward a task or wait for it.</summary>
internal static class TaskMembers
{
    private const int RanToCompletion = 5;
    private const int Faulted = 7;

    public static bool IsTask(ITypeSymbol? type) => type?.Name is "Task" or "ValueTask" && Types.IsIn(type, "System", "Threading", "Tasks");

    /// <summary>The state that a property of the task tests; null for any other member.</summary>
    public static Function? StateOf(IPropertySymbol property) => IsTask(property.ContainingType)
        ? property.Name switch
        {
            "IsCompletedSuccessfully" => Function.Succeeded,
            "IsFaulted" => Function.Failed,
            _ => null,
        }
        : null;

    /// <summary>The state of the task for a status; null for other statuses.</summary>
    public static Function? StateOf(int status) => status switch
    {
        RanToCompletion => Function.Succeeded,
        Faulted => Function.Failed,
        _ => null,
    };

    /// <summary>Whether the call returns its task in another form: configured, as a task, as its awaiter, with a time limit.</summary>
    public static bool Forwards(IMethodSymbol method) => method.Name switch
    {
        "ConfigureAwait" or "AsTask" or "GetAwaiter" or "Preserve" or "WaitAsync" => IsTask(method.ContainingType),
        "Unwrap" => method.ContainingType.Name == "TaskExtensions",
        _ => false,
    };

    /// <summary>Whether the call waits for its task and throws its failure.</summary>
    public static bool Waits(IMethodSymbol method) => method.Name switch
    {
        "Wait" => IsTask(method.ContainingType) && !method.IsStatic,
        "GetResult" => IsAwaiter(method.ContainingType),
        _ => false,
    };

    /// <summary>Whether the call combines several tasks into one.</summary>
    public static bool Combines(IMethodSymbol method) => method.Name is "WhenAll" or "WhenAny" or "WaitAll" or "WaitAny" && IsTask(method.ContainingType);

    /// <summary>Whether awaiting the combined task throws the failures of the tasks.</summary>
    public static bool ThrowsForAll(IMethodSymbol method) => method.Name is "WhenAll" or "WaitAll";

    private static bool IsAwaiter(ITypeSymbol type) =>
        type.Name is "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter"
        && Types.IsUnder(type, "System");
}
