using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>
/// A condition in a form in which the same test, written twice or the other way round, is the same: a key, and whether the condition is
/// the key's opposite.
/// </summary>
internal sealed class Condition : IEquatable<Condition>
{
    private Condition(string key, bool isNegated)
    {
        Key = key;
        IsNegated = isNegated;
    }

    public string Key { get; }

    public bool IsNegated { get; }

    /// <summary>Whether nothing but locals, parameters and constants decides it, so that only an assignment changes it.</summary>
    public bool IsOfLocals => !Key.Contains(".");

    /// <summary>The condition's form; null when it cannot be told whether a second test would come out the same.</summary>
    public static Condition? Of(IOperation operation, World world)
    {
        var negated = false;
        while (true)
        {
            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    continue;
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                    negated = !negated;
                    operation = not.Operand;
                    continue;
                case IFlowCaptureReferenceOperation capture when world.Behind(capture.Id)?.Condition is { } behind:
                    return negated ? new Condition(behind.Key, !behind.IsNegated) : behind;
                case IIsPatternOperation { Pattern: INegatedPatternOperation pattern } test:
                    return Negated(Text(test.Value, world) is { } value ? $"{value} is {PatternText(pattern.Pattern)}" : null, !negated);
                case IIsPatternOperation test:
                    return Negated(Text(test.Value, world) is { } tested ? $"{tested} is {PatternText(test.Pattern)}" : null, negated);
                case IIsNullOperation test:
                    return Negated(Text(test.Operand, world) is { } operand ? $"{operand} is null" : null, negated);
                case IBinaryOperation binary:
                    return Binary(binary, negated, world);
                default:
                    return Negated(Text(operation, world), negated);
            }
        }
    }

    /// <summary>The condition that an operation is null; null when it cannot be told.</summary>
    public static Condition? OfNull(IOperation operation, World world) => Negated(Text(operation, world) is { } text ? $"{text} is null" : null, negated: false);

    /// <summary>The locals and parameters that the condition reads, as they are written in keys.</summary>
    public IEnumerable<string> Marks => Key.Split('⟨').Skip(1).Select(part => "⟨" + part.Substring(0, part.IndexOf('⟩') + 1));

    /// <summary>How a location is written in keys, so that an assignment can find the keys that it makes void.</summary>
    public static string? Mark(object location) => location is ISymbol symbol
        ? string.Format(CultureInfo.InvariantCulture, "⟨{0}@{1}⟩", symbol.Name, symbol.Locations.Length > 0 ? symbol.Locations[0].SourceSpan.Start : 0)
        : null;

    public bool Equals(Condition? other) => other is not null && Key == other.Key && IsNegated == other.IsNegated;

    public override bool Equals(object? obj) => Equals(obj as Condition);

    public override int GetHashCode() => Key.GetHashCode();

    private static Condition? Binary(IBinaryOperation binary, bool negated, World world)
    {
        var (sign, opposite) = binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => ("==", false),
            BinaryOperatorKind.NotEquals => ("==", true),
            BinaryOperatorKind.LessThan => ("<", false),
            BinaryOperatorKind.GreaterThanOrEqual => ("<", true),
            BinaryOperatorKind.GreaterThan => (">", false),
            BinaryOperatorKind.LessThanOrEqual => (">", true),
            _ => ("", false),
        };
        if (sign.Length == 0)
        {
            return Negated(Text(binary, world), negated);
        }

        if (Text(binary.LeftOperand, world) is not { } left || Text(binary.RightOperand, world) is not { } right)
        {
            return null;
        }

        var isOpposite = negated ^ opposite;
        return (sign, left, right) switch
        {
            ("==", _, "null") => new Condition($"{left} is null", isOpposite),
            ("==", "null", _) => new Condition($"{right} is null", isOpposite),
            ("==", _, "True") => new Condition(left, isOpposite),
            ("==", _, "False") => new Condition(left, !isOpposite),
            _ => new Condition($"{left} {sign} {right}", isOpposite),
        };
    }

    private static Condition? Negated(string? key, bool negated) => key is null ? null : new Condition(key, negated);

    // In doubt two tests of the same text count as one: a method that answers otherwise the second time is rare, and the price of
    // taking the two for different is a warning about a path that nobody can take.
    private static string? Text(IOperation operation, World world)
    {
        if (operation.ConstantValue is { HasValue: true } constant)
        {
            return constant.Value switch
            {
                null => "null",
                string text => "\"" + text + "\"",
                var value => Convert.ToString(value, CultureInfo.InvariantCulture),
            };
        }

        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Text(parenthesized.Operand, world);
            case IConversionOperation conversion:
                return Text(conversion.Operand, world);
            case ILocalReferenceOperation local:
                return Mark(local.Local);
            case IParameterReferenceOperation parameter:
                return Mark(parameter.Parameter);
            case IInstanceReferenceOperation:
                return "this";
            case IFlowCaptureReferenceOperation capture:
                return world.Behind(capture.Id)?.Condition is { IsNegated: false } behind ? behind.Key : null;
            case IFieldReferenceOperation field:
                return Member(field.Instance, field.Field, world);
            case IPropertyReferenceOperation { Arguments.Length: 0 } property:
                return Member(property.Instance, property.Property, world);
            case IInvocationOperation invocation:
                return Call(invocation, world);
            case IBinaryOperation binary:
                return Text(binary.LeftOperand, world) is { } left && Text(binary.RightOperand, world) is { } right
                    ? $"({left} {binary.OperatorKind} {right})"
                    : null;
            case IUnaryOperation unary:
                return Text(unary.Operand, world) is { } operand ? $"({unary.OperatorKind} {operand})" : null;
            default:
                return null;
        }
    }

    private static string? Member(IOperation? instance, ISymbol member, World world)
    {
        var of = instance is null ? member.ContainingType?.Name : Text(instance, world);
        return of is null ? null : $"{of}.{member.Name}";
    }

    private static string? Call(IInvocationOperation invocation, World world)
    {
        if (Member(invocation.Instance, invocation.TargetMethod, world) is not { } method)
        {
            return null;
        }

        var arguments = new List<string>();
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out || Text(argument.Value, world) is not { } text)
            {
                return null;
            }

            arguments.Add(text);
        }

        return $"{method}({string.Join(", ", arguments)})";
    }

    private static string PatternText(IPatternOperation pattern) =>
        pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } ? "null" : pattern.Syntax.ToString();
}
