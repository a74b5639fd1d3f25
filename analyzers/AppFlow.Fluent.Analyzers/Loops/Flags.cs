using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>
/// What is known at a point of a path of the variables that loops are steered with: <c>done = true</c>, <c>result = await …</c>,
/// <c>failure = null</c>. Immutable.
/// </summary>
internal sealed class Flags
{
    private static readonly object NotNull = new();
    private static readonly object Unknown = new();

    private readonly ImmutableDictionary<object, object?> _values;

    private Flags(ImmutableDictionary<object, object?> values) => _values = values;

    public static Flags None { get; } = new(ImmutableDictionary<object, object?>.Empty);

    public bool IsSame(Flags other) =>
        ReferenceEquals(_values, other._values)
        || (_values.Count == other._values.Count
            && _values.All(entry => other._values.TryGetValue(entry.Key, out var value) && Equals(entry.Value, value)));

    /// <summary>What is known after a step.</summary>
    public Flags After(IOperation step)
    {
        var flags = this;
        foreach (var operation in step.DescendantsAndSelf())
        {
            flags = operation switch
            {
                ISimpleAssignmentOperation { IsRef: false } assignment => flags.With(Key(assignment.Target), Value(assignment.Value)),
                IFlowCaptureOperation capture => flags.With(capture.Id, Value(capture.Value)),
                IAssignmentOperation assignment => flags.Forget(assignment.Target),
                IIncrementOrDecrementOperation change => flags.Forget(change.Target),
                IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => flags.Forget(argument.Value),
                _ => flags,
            };
        }

        return flags;
    }

    /// <summary>How a condition comes out, when that is known.</summary>
    public bool? Outcome(IOperation condition) => Value(condition) as bool?;

    private Flags With(object? key, object? value) =>
        key is null ? this : new Flags(value == Unknown ? _values.Remove(key) : _values.SetItem(key, value));

    private Flags Forget(IOperation target)
    {
        var flags = this;
        foreach (var part in target.DescendantsAndSelf())
        {
            flags = flags.With(Key(part), Unknown);
        }

        return flags;
    }

    private static object? Key(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IFlowCaptureReferenceOperation capture => capture.Id,
        IParenthesizedOperation parenthesized => Key(parenthesized.Operand),
        _ => null,
    };

    private object? Value(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true } constant)
        {
            return constant.Value;
        }

        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Value(parenthesized.Operand);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Value(conversion.Operand);
            case ISimpleAssignmentOperation assignment:
                return Value(assignment.Value);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Value(not.Operand) is bool truth ? !truth : Unknown;
            case IIsNullOperation test:
                return IsNull(Value(test.Operand)) is { } isNull ? isNull : Unknown;
            case IIsPatternOperation test:
                return Matches(Value(test.Value), test.Pattern) is { } matches ? matches : Unknown;
            case IBinaryOperation binary:
                return Compare(binary) is { } outcome ? outcome : Unknown;
            case IObjectCreationOperation or ICaughtExceptionOperation:
                return NotNull;
            case IAwaitOperation { Type.IsReferenceType: true, Operation: IInvocationOperation or IConversionOperation }:
                // An answer: a send that has none throws.
                return NotNull;
            default:
                return Key(operation) is { } key && _values.TryGetValue(key, out var value) ? value : Unknown;
        }
    }

    private static bool? IsNull(object? value) => value is null ? true : value == Unknown ? null : false;

    private static bool? Matches(object? value, IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => !Matches(value, negated.Pattern),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => IsNull(value),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } } => value is bool truth ? truth == expected : null,
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } => !IsNull(value),
        _ => null,
    };

    private bool? Compare(IBinaryOperation binary)
    {
        var (left, right) = (Value(binary.LeftOperand), Value(binary.RightOperand));
        if (left == Unknown || right == Unknown)
        {
            return null;
        }

        if (left == NotNull || right == NotNull)
        {
            return left is null || right is null
                ? binary.OperatorKind switch
                {
                    BinaryOperatorKind.Equals => false,
                    BinaryOperatorKind.NotEquals => true,
                    _ => null,
                }
                : null;
        }

        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            return Equals(left, right) == (binary.OperatorKind == BinaryOperatorKind.Equals);
        }

        if (left is not (int or long or short or byte) || right is not (int or long or short or byte))
        {
            return null;
        }

        var order = Convert.ToInt64(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToInt64(right, CultureInfo.InvariantCulture));
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => order < 0,
            BinaryOperatorKind.LessThanOrEqual => order <= 0,
            BinaryOperatorKind.GreaterThan => order > 0,
            BinaryOperatorKind.GreaterThanOrEqual => order >= 0,
            _ => null,
        };
    }
}
