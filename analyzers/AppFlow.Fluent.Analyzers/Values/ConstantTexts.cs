using System.Globalization;
using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Rules.Constants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>Reads the constant parts of interpolations and concatenations, also through names.</summary>
internal static class ConstantTexts
{
    // Names that double at each step would grow exponentially.
    private const int MaxPieces = 4096;

    /// <summary>
    /// The text of an interpolation or a concatenation, with holes for parts that are known only at run time; null for any other
    /// expression.
    /// </summary>
    public static ConstantText? Of(IOperation expression, Compilation compilation, CancellationToken cancellationToken) =>
        Of(expression, new ConstantScope(compilation, expression.SemanticModel, null, ConstantScope.DeepestChain, cancellationToken));

    internal static ConstantText? Of(IOperation expression, ConstantScope scope)
    {
        expression = expression.UnwrappedValue();
        while (expression is ILocalReferenceOperation or IFieldReferenceOperation && scope.InitializerOf(expression) is { } value && scope.Deeper(out scope))
        {
            expression = value.UnwrappedValue();
        }

        if (!IsPutTogether(expression))
        {
            return null;
        }

        var pieces = new List<string?>();
        Append(expression, scope, pieces);
        return pieces.Count > MaxPieces ? null : new ConstantText(pieces);
    }

    private static bool IsPutTogether(IOperation expression) =>
        expression is IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    private static void Append(IOperation expression, ConstantScope scope, List<string?> pieces)
    {
        if (pieces.Count > MaxPieces)
        {
            return;
        }

        expression = expression is IConversionOperation { OperatorMethod: null } boxed ? boxed.Operand.UnwrappedValue() : expression.UnwrappedValue();
        if (expression.ConstantValue is { HasValue: true } constant)
        {
            // An enumeration's constant is a number, but its text is the name.
            pieces.Add(expression.Type?.TypeKind == TypeKind.Enum ? null : Written(constant.Value));
            return;
        }

        switch (expression)
        {
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    AppendPart(part, scope, pieces);
                }

                break;
            case IBinaryOperation sum when IsPutTogether(sum):
                AppendSum(sum, scope, pieces);
                break;
            default:
                AppendNamed(expression, scope, pieces);
                break;
        }
    }

    // A sum of many terms leans to the left, one level for each term.
    private static void AppendSum(IBinaryOperation sum, ConstantScope scope, List<string?> pieces)
    {
        var right = new Stack<IOperation>();
        IOperation left = sum;
        while (left is IBinaryOperation inner && IsPutTogether(inner) && inner.ConstantValue is not { HasValue: true })
        {
            right.Push(inner.RightOperand);
            left = inner.LeftOperand.UnwrappedValue();
        }

        Append(left, scope, pieces);
        while (right.Count > 0)
        {
            Append(right.Pop(), scope, pieces);
        }
    }

    private static void AppendPart(IInterpolatedStringContentOperation part, ConstantScope scope, List<string?> pieces)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation text:
                pieces.Add(text.Text.ConstantValue.Value as string);
                break;
            case IInterpolationOperation { Alignment: null, FormatString: null } hole:
                Append(hole.Expression, scope, pieces);
                break;
            default:
                pieces.Add(null);
                break;
        }
    }

    private static void AppendNamed(IOperation expression, ConstantScope scope, List<string?> pieces)
    {
        if (scope.InitializerOf(expression) is { } value && scope.Deeper(out var deeper))
        {
            Append(value, deeper, pieces);
            return;
        }

        var values = HardCodedValues.Of(expression, scope);
        pieces.Add(values.Length == 1 && expression.Type?.TypeKind != TypeKind.Enum ? Written(values[0].Value) : null);
    }

    private static string? Written(object? value) => value switch
    {
        null => "",
        string text => text,
        char character => character.ToString(),
        bool truth => truth ? "True" : "False",
        int or long or short or byte or uint or ulong or ushort or sbyte => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
