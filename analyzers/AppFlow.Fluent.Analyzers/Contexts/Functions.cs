using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Contexts;

/// <summary>The lambdas, local functions and members that an operation runs in.</summary>
internal static class Functions
{
    /// <summary>Whether the nearest function around the operation is asynchronous.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="member">The member that contains it.</param>
    public static bool IsAsync(IOperation operation, ISymbol member)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync;
                case ILocalFunctionOperation function:
                    return function.Symbol.IsAsync;
            }
        }

        return member is IMethodSymbol { IsAsync: true };
    }

    /// <summary>Whether a lambda around the operation becomes an expression tree, which describes a call without making it.</summary>
    public static bool IsInExpressionTree(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation { Parent: IConversionOperation { Type.Name: "Expression" } })
            {
                return true;
            }
        }

        return false;
    }
}
