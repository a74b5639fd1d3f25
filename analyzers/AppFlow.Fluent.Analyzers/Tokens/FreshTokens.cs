using AppFlow.Fluent.Analyzers.Loops;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>Tells the expressions that make a new token whenever they are evaluated.</summary>
internal static class FreshTokens
{
    private const int MostLocals = 8;

    /// <summary>
    /// The expression that makes the token each time, here or where the local gets it; null when the token is not known to be a new one.
    /// </summary>
    public static IOperation? MadeBy(IOperation token, Repetition repetition, Writes writes)
    {
        for (var i = 0; i < MostLocals; i++)
        {
            token = HardCodedValues.Unwrapped(token);
            switch (token)
            {
                case ILocalReferenceOperation local when writes.DefinitionOf(local) is { } definition:
                    token = definition;
                    break;
                case IInvocationOperation or IInterpolatedStringOperation or IBinaryOperation when Makes(token, repetition, writes, MostLocals):
                    return token;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether the expression is a new identifier and nothing else, so that another one can stand in for it.</summary>
    public static bool IsPlain(IOperation token) => token switch
    {
        IInvocationOperation call when KnownMembers.IsFreshToken(call.TargetMethod) => true,
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => IsPlain(instance),
        _ => false,
    };

    private static bool Makes(IOperation expression, Repetition repetition, Writes writes, int depth)
    {
        expression = HardCodedValues.Unwrapped(expression);
        return depth > 0 && repetition.Contains(expression.Syntax) && expression switch
        {
            IInvocationOperation call when KnownMembers.IsFreshToken(call.TargetMethod) => true,
            IInvocationOperation { Instance: { } instance } call when KnownMembers.IsPure(call.TargetMethod) => Makes(instance, repetition, writes, depth),
            IInterpolatedStringOperation text =>
                text.Parts.OfType<IInterpolationOperation>().Any(hole => Makes(hole.Expression, repetition, writes, depth)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum =>
                Makes(sum.LeftOperand, repetition, writes, depth) || Makes(sum.RightOperand, repetition, writes, depth),
            IConversionOperation conversion => Makes(conversion.Operand, repetition, writes, depth),
            ILocalReferenceOperation local => writes.DefinitionOf(local) is { } definition && Makes(definition, repetition, writes, depth - 1),
            _ => false,
        };
    }
}
