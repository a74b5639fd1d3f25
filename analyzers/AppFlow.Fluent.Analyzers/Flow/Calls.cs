using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>Calls after which a path ends, or a condition is known: Roslyn's graph does not read the attributes that say so.</summary>
internal static class Calls
{
    /// <summary>The call that an operation of a block is, or null.</summary>
    public static IInvocationOperation? Of(IOperation operation) => operation switch
    {
        IExpressionStatementOperation statement => Of(statement.Operation),
        IAwaitOperation awaited => Of(awaited.Operation),
        IInvocationOperation call => call,
        _ => null,
    };

    public static bool NeverReturns(IInvocationOperation call) =>
        HasAttribute(call.TargetMethod, "DoesNotReturnAttribute")
        || call.TargetMethod is { Name: "Exit" or "FailFast", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } };

    /// <summary>The value of the argument with which the call does not return, or null.</summary>
    public static bool? NeverReturnsIf(IArgumentOperation argument) => argument.Parameter?.GetAttributes()
        .FirstOrDefault(data => data.AttributeClass?.Name == "DoesNotReturnIfAttribute") is { ConstructorArguments.Length: 1 } attribute
        ? attribute.ConstructorArguments[0].Value as bool?
        : null;

    /// <summary>Whether the call throws when the argument is null: ArgumentNullException.ThrowIfNull and its like.</summary>
    public static bool ThrowsIfNull(IArgumentOperation argument) =>
        argument.Parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsStatic: true } method }
        && method.Name is "ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace";

    private static bool HasAttribute(IMethodSymbol method, string name) => method.GetAttributes().Any(data => data.AttributeClass?.Name == name);
}
