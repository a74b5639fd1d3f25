using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering.Known;

/// <summary>Tasks, their states, and the calls that hand a task on or wait for it.</summary>
internal static class TaskMembers
{
    private const int RanToCompletion = 5;
    private const int Faulted = 7;

    public static bool IsTask(ITypeSymbol? type) => type?.Name is "Task" or "ValueTask" && Types.IsIn(type, "System", "Threading", "Tasks");

    /// <summary>What a property says of the task; null for any other member.</summary>
    public static Function? StateOf(IPropertySymbol property) => IsTask(property.ContainingType)
        ? property.Name switch
        {
            "IsCompletedSuccessfully" => Function.Succeeded,
            "IsFaulted" => Function.Failed,
            _ => null,
        }
        : null;

    /// <summary>What a status says of the task; null where it says neither.</summary>
    public static Function? StateOf(int status) => status switch
    {
        RanToCompletion => Function.Succeeded,
        Faulted => Function.Failed,
        _ => null,
    };

    /// <summary>Whether the call gives its task in another form: configured, as a task, as its awaiter, with a time limit.</summary>
    public static bool HandsOn(IMethodSymbol method) => method.Name switch
    {
        "ConfigureAwait" or "AsTask" or "GetAwaiter" or "Preserve" or "WaitAsync" => IsTask(method.ContainingType),
        "Unwrap" => method.ContainingType.Name == "TaskExtensions",
        _ => false,
    };

    /// <summary>Whether the call waits for its task, and throws what it failed with.</summary>
    public static bool Waits(IMethodSymbol method) => method.Name switch
    {
        "Wait" => IsTask(method.ContainingType) && !method.IsStatic,
        "GetResult" => IsAwaiter(method.ContainingType),
        _ => false,
    };

    /// <summary>Whether the call makes one task of several.</summary>
    public static bool Combines(IMethodSymbol method) => method.Name is "WhenAll" or "WhenAny" or "WaitAll" or "WaitAny" && IsTask(method.ContainingType);

    /// <summary>Whether a wait for what the call makes throws what the tasks failed with.</summary>
    public static bool ThrowsForAll(IMethodSymbol method) => method.Name is "WhenAll" or "WaitAll";

    private static bool IsAwaiter(ITypeSymbol type) =>
        type.Name is "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter"
        && Types.IsUnder(type, "System");
}
