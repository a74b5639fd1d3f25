using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Expressions;

/// <summary>Looks through what stands around a value and is no call: parentheses and conversions that the compiler or a person writes.</summary>
internal static class Unwrapping
{
    /// <summary>The value inside parentheses and built-in conversions.</summary>
    public static IOperation Unwrapped(this IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Unwrapped(conversion.Operand),
        IParenthesizedOperation parenthesized => Unwrapped(parenthesized.Operand),
        _ => operation,
    };

    /// <summary>The value with the parentheses and conversions around it.</summary>
    public static IOperation Outermost(this IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation.Parent;
        }

        return operation;
    }
}
