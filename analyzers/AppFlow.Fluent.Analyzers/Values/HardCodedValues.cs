using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>
/// Decides whether an expression is hard-coded: a constant expression, a <c>static readonly</c> field or never-reassigned local that is
/// initialised with one, or a choice all of whose arms are.
/// </summary>
internal static class HardCodedValues
{
    /// <summary>The values of a hard-coded expression, one for each arm; empty when the expression is not hard-coded.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <param name="fields">
    /// Receives the <c>static readonly</c> fields whose initializers and static constructors the result depends on.
    /// </param>
    public static ImmutableArray<HardCodedValue> Of(
        IOperation expression,
        Compilation compilation,
        CancellationToken cancellationToken,
        ICollection<IFieldSymbol>? fields = null) =>
        Of(expression, new ConstantScope(compilation, expression.SemanticModel, fields, ConstantScope.DeepestChain, cancellationToken));

    internal static ImmutableArray<HardCodedValue> Of(IOperation expression, ConstantScope scope)
    {
        var found = ImmutableArray.CreateBuilder<HardCodedValue>(initialCapacity: 1);
        return Collect(expression, null, scope, found) ? found.ToImmutable() : ImmutableArray<HardCodedValue>.Empty;
    }

    private static bool Collect(IOperation expression, IOperation? place, ConstantScope scope, ImmutableArray<HardCodedValue>.Builder found)
    {
        expression = expression.UnwrappedValue();
        if (expression.ConstantValue is { HasValue: true } constant)
        {
            found.Add(new HardCodedValue(constant.Value, place ?? expression));
            return true;
        }

        switch (expression)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return CollectArm(choice.WhenTrue, place, scope, found) && CollectArm(whenFalse, place, scope, found);
            case ICoalesceOperation choice:
                return CollectNotNull(choice.Value, place, scope, found) && CollectArm(choice.WhenNull, place, scope, found);
            case ISwitchExpressionOperation choice:
                return choice.Arms.Length > 0 && choice.Arms.All(arm => CollectArm(arm.Value, place, scope, found));
            case IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } }:
                found.Add(new HardCodedValue("", place ?? expression));
                return true;
            case IFieldReferenceOperation or ILocalReferenceOperation:
                return scope.InitializerOf(expression) is { } value && scope.Deeper(out var deeper)
                    && Collect(value, place ?? expression, deeper, found);
            case IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                if (ConstantTexts.Of(expression, scope)?.Whole is { } text)
                {
                    found.Add(new HardCodedValue(text, place ?? expression));
                    return true;
                }

                return false;
            case IInvocationOperation call when HardCodedUuids.TokenOf(call, scope) is { } token:
                found.Add(new HardCodedValue(token, place ?? expression));
                return true;
            default:
                return false;
        }
    }

    // An arm that throws has no value.
    private static bool CollectArm(IOperation arm, IOperation? place, ConstantScope scope, ImmutableArray<HardCodedValue>.Builder found) =>
        IsThrow(arm) || Collect(arm, place, scope, found);

    // A null on the left of ?? is never the value of the whole.
    private static bool CollectNotNull(IOperation expression, IOperation? place, ConstantScope scope, ImmutableArray<HardCodedValue>.Builder found)
    {
        var values = ImmutableArray.CreateBuilder<HardCodedValue>();
        var isHardCoded = Collect(expression, place, scope, values);
        found.AddRange(values.Where(value => value.Value is not null));
        return isHardCoded;
    }

    private static bool IsThrow(IOperation operation) => operation.UnwrappedValue() is IThrowOperation or IConversionOperation { Operand: IThrowOperation };
}
