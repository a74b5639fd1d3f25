using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Identifies tail calls.</summary>
internal static class TailCalls
{
    public static bool IsTail(IOperation call)
    {
        for (var (inner, current) = (call, call.Parent); current is not null; inner = current, current = current.Parent)
        {
            switch (current)
            {
                case IReturnOperation:
                    return true;
                case IBlockOperation block when !IsLast(block, inner):
                    return false;
                case IBlockOperation { Parent: null or ILocalFunctionOperation or IAnonymousFunctionOperation or IMethodBodyOperation or IConstructorBodyOperation }:
                    return true;
                case IBlockOperation or IAwaitOperation or IExpressionStatementOperation or IConversionOperation or IParenthesizedOperation:
                case IConditionalOperation or ICatchClauseOperation or ITryOperation { Finally: null }:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" }:
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    // Only a bare return follows it.
    private static bool IsLast(IBlockOperation block, IOperation statement)
    {
        var place = block.Operations.IndexOf(statement);
        return place == block.Operations.Length - 1
            || block.Operations.Skip(place + 1).FirstOrDefault(next => next is not ILocalFunctionOperation) is null or IReturnOperation { ReturnedValue: null };
    }
}
