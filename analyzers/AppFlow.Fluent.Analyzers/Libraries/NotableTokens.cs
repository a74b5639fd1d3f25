using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// Whether a token may be reported although it is sent once, because it is a constant, a clock or a fresh value: a quick check before its
/// names are followed.
/// </summary>
internal static class NotableTokens
{
    public static bool MayMatterAlone(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => MayMatterAlone(conversion.Operand),
        IParenthesizedOperation parenthesized => MayMatterAlone(parenthesized.Operand),
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is not null,
        IParameterReferenceOperation or IInstanceReferenceOperation => false,
        IFieldReferenceOperation { Field: var field } => field is { IsStatic: true, IsReadOnly: true },
        IPropertyReferenceOperation { Instance: { } instance, Arguments.IsEmpty: true } => MayMatterAlone(instance),
        ILocalReferenceOperation { Local: var local } => MayHoldOwnValue(local),
        IInterpolatedStringOperation text => MayMatter(text.Parts.OfType<IInterpolationOperation>().Select(part => part.Expression)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum => MayMatter([sum.LeftOperand, sum.RightOperand]),
        _ => true,
    };

    // A constant part does not make the whole constant, unless all parts are.
    private static bool MayMatter(IEnumerable<IOperation> parts)
    {
        var varies = false;
        foreach (var part in parts)
        {
            if (part.ConstantValue.HasValue)
            {
                continue;
            }

            varies = true;
            if (MayMatterAlone(part))
            {
                return true;
            }
        }

        return !varies;
    }

    // Not the variable of a pattern, a loop or a handler.
    private static bool MayHoldOwnValue(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.Length != 1
        || local.DeclaringSyntaxReferences[0].GetSyntax() is not (ForEachStatementSyntax or CatchDeclarationSyntax or SingleVariableDesignationSyntax { Parent: PatternSyntax });
}
