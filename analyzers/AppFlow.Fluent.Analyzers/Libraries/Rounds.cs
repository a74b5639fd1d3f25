using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Groups operations that run equally often: those of one iteration of a loop, or of one call of a function.</summary>
internal static class Rounds
{
    /// <summary>The innermost loop or function around an operation; null if it is the body itself.</summary>
    public static SyntaxNode? Of(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return current.Syntax;
            }
        }

        return null;
    }
}
