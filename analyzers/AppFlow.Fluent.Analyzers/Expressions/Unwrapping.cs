using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Expressions;

/// <summary>Removes parentheses and conversions around a value, whether implicit or explicit.</summary>
internal static class Unwrapping
{
    /// <summary>The value inside parentheses and built-in conversions.</summary>
    public static IOperation Unwrapped(this IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Unwrapped(conversion.Operand),
        IParenthesizedOperation parenthesized => Unwrapped(parenthesized.Operand),
        _ => operation,
    };

    /// <summary>The value inside parentheses and conversions that preserve it: a number keeps its type.</summary>
    public static IOperation UnwrappedValue(this IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null, Conversion: { IsIdentity: true } or { IsReference: true } or { IsNullable: true } } conversion =>
            UnwrappedValue(conversion.Operand),
        IParenthesizedOperation parenthesized => UnwrappedValue(parenthesized.Operand),
        _ => operation,
    };

    /// <summary>
    /// The lambda or method group inside its delegate, or the value of anything else; an expression tree is returned unchanged.
    /// </summary>
    public static IOperation UnwrappedFunction(this IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null, Type: not { Name: "Expression" } } conversion => UnwrappedFunction(conversion.Operand),
        IParenthesizedOperation parenthesized => UnwrappedFunction(parenthesized.Operand),
        IDelegateCreationOperation creation => UnwrappedFunction(creation.Target),
        _ => operation,
    };

    /// <summary>The value with the parentheses, conversions and delegate creation around it.</summary>
    public static IOperation Outermost(this IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation or IDelegateCreationOperation)
        {
            operation = operation.Parent;
        }

        return operation;
    }
}
