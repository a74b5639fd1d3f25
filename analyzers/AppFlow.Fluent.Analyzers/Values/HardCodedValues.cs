using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>
/// Tells whether an expression is hard-coded: a constant expression, a <c>static readonly</c> field or never-reassigned local that is
/// initialised with one, or a choice all of whose arms are.
/// </summary>
internal static class HardCodedValues
{
    // Fields and locals that are initialised with one another: a chain this long is not written by hand.
    private const int DeepestChain = 8;

    /// <summary>The values of a hard-coded expression, one for each arm; empty when the expression is not hard-coded.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="fields">Gets the <c>static readonly</c> fields whose initializers and static constructors the answer hangs on.</param>
    public static ImmutableArray<HardCodedValue> Of(
        IOperation expression,
        Compilation compilation,
        CancellationToken cancellationToken,
        ICollection<IFieldSymbol>? fields = null)
    {
        var found = ImmutableArray.CreateBuilder<HardCodedValue>();
        return Collect(expression, null, new Scope(compilation, expression.SemanticModel, fields, DeepestChain, cancellationToken), found)
            ? found.ToImmutable()
            : ImmutableArray<HardCodedValue>.Empty;
    }

    private static bool Collect(IOperation expression, IOperation? place, Scope scope, ImmutableArray<HardCodedValue>.Builder found)
    {
        expression = Unwrapped(expression);
        if (expression.ConstantValue is { HasValue: true } constant)
        {
            found.Add(new HardCodedValue(constant.Value, place ?? expression));
            return true;
        }

        switch (expression)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return Collect(choice.WhenTrue, place, scope, found) && Collect(whenFalse, place, scope, found);
            case ICoalesceOperation choice:
                return CollectNotNull(choice.Value, place, scope, found) && Collect(choice.WhenNull, place, scope, found);
            case ISwitchExpressionOperation choice:
                return choice.Arms.Length > 0 && choice.Arms.All(arm => IsThrow(arm.Value) || Collect(arm.Value, place, scope, found));
            case IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } }:
                found.Add(new HardCodedValue("", place ?? expression));
                return true;
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }:
                return Initializer(field, scope) is { } fieldValue && scope.Deeper(out var inField)
                    && Collect(fieldValue, place ?? expression, inField, found);
            case ILocalReferenceOperation local:
                return Initializer(local, scope) is { } localValue && scope.Deeper(out var inLocal)
                    && Collect(localValue, place ?? expression, inLocal, found);
            case IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                if (Text(expression, scope) is { } text)
                {
                    found.Add(new HardCodedValue(text, place ?? expression));
                    return true;
                }

                return false;
            default:
                return false;
        }
    }

    // A null on the left of ?? is never the value of the whole.
    private static bool CollectNotNull(IOperation expression, IOperation? place, Scope scope, ImmutableArray<HardCodedValue>.Builder found)
    {
        var values = ImmutableArray.CreateBuilder<HardCodedValue>();
        var isHardCoded = Collect(expression, place, scope, values);
        found.AddRange(values.Where(value => value.Value is not null));
        return isHardCoded;
    }

    /// <summary>The expression without parentheses and conversions that keep its value.</summary>
    public static IOperation Unwrapped(IOperation expression)
    {
        while (true)
        {
            switch (expression)
            {
                case IConversionOperation { OperatorMethod: null, Conversion: { IsIdentity: true } or { IsReference: true } or { IsNullable: true } } conversion:
                    expression = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    expression = parenthesized.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    // Text put together of hard-coded parts that the language does not count as a constant itself.
    private static string? Text(IOperation expression, Scope scope)
    {
        expression = expression is IConversionOperation { OperatorMethod: null } boxed ? Unwrapped(boxed.Operand) : Unwrapped(expression);
        if (expression is IInterpolatedStringOperation interpolated)
        {
            var parts = interpolated.Parts.Select(part => Part(part, scope)).ToList();
            return parts.Contains(null) ? null : string.Concat(parts);
        }

        if (expression is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum)
        {
            return Text(sum.LeftOperand, scope) is { } left && Text(sum.RightOperand, scope) is { } right ? left + right : null;
        }

        var values = ImmutableArray.CreateBuilder<HardCodedValue>();
        return Collect(expression, null, scope, values) && values.Count == 1 ? Written(values[0].Value) : null;
    }

    private static string? Part(IInterpolatedStringContentOperation part, Scope scope) => part switch
    {
        IInterpolatedStringTextOperation text => text.Text.ConstantValue.Value as string,
        IInterpolationOperation { Alignment: null, FormatString: null } hole => Text(hole.Expression, scope),
        _ => null,
    };

    private static string? Written(object? value) => value switch
    {
        null => "",
        string text => text,
        char character => character.ToString(),
        bool truth => truth ? "True" : "False",
        int or long or short or byte or uint or ulong or ushort or sbyte => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsThrow(IOperation operation) => Unwrapped(operation) is IThrowOperation or IConversionOperation { Operand: IThrowOperation };

    private static IOperation? Initializer(IFieldSymbol field, Scope scope)
    {
        scope.Fields?.Add(field);
        foreach (var reference in field.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(scope.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
                && !FieldAssignments.AssignsInStaticConstructor(field, scope.CancellationToken))
            {
                return scope.OperationOf(value);
            }
        }

        return null;
    }

    private static IOperation? Initializer(ILocalReferenceOperation reference, Scope scope)
    {
        var local = reference.Local;
        return local.DeclaringSyntaxReferences.Length == 1
            && local.DeclaringSyntaxReferences[0].GetSyntax(scope.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            && local.RefKind == RefKind.None
            && !LocalAssignments.IsReassigned(local, declarator)
            ? scope.OperationOf(value)
            : null;
    }

    private readonly struct Scope(
        Compilation compilation,
        SemanticModel? atHand,
        ICollection<IFieldSymbol>? fields,
        int depth,
        CancellationToken cancellationToken)
    {
        public CancellationToken CancellationToken { get; } = cancellationToken;

        public ICollection<IFieldSymbol>? Fields => fields;

        // The model that the expression came from knows its file already; another would bind the same body again.
        public IOperation? OperationOf(ExpressionSyntax syntax) =>
            (atHand?.SyntaxTree == syntax.SyntaxTree ? atHand : SemanticModels.Of(compilation, syntax.SyntaxTree))?.GetOperation(syntax, CancellationToken);

        public bool Deeper(out Scope deeper)
        {
            deeper = new Scope(compilation, atHand, fields, depth - 1, CancellationToken);
            return depth > 0;
        }
    }
}
