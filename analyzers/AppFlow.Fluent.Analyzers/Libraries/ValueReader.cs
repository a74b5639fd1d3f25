using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Determines what the expressions that a body assigns to properties are derived from.</summary>
internal sealed class ValueReader(RequestKind kind, Func<IOperation?, RequestContent?> stateOf, Func<IMethodSymbol, IParameterSymbol?> givenBack)
{
    private readonly Dictionary<ISymbol, PropertyValue> _variables = new(SymbolEqualityComparer.Default);

    public static bool Throws(IOperation operation) =>
        operation is IThrowOperation || (operation is IConversionOperation conversion && Throws(conversion.Operand));

    /// <summary>A variable that is not a request gets a value. A reassigned variable has an unknown value.</summary>
    public void Declare(ISymbol variable, IOperation? value) => _variables[variable] = (variable, value) switch
    {
        (IParameterSymbol { ContainingSymbol: IMethodSymbol } parameter, not null) =>
            Mixed(Mixed(new PropertyValue { IsGiven = true }, PropertyValue.Of(parameter.OriginalDefinition)), ValueOf(value)),
        (_, null) => PropertyValue.Unknown,
        _ => _variables.ContainsKey(variable) ? PropertyValue.Unknown : ValueOf(value),
    };

    public PropertyValue ValueOf(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true } constant)
        {
            return constant.Value is null ? PropertyValue.Unset : new() { IsGiven = true, Constant = new Constant(constant.Value) };
        }

        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return ValueOf(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return ValueOf(parenthesized.Operand);
            case IDefaultValueOperation { Type: { } type }:
                return RequestProperties.CanBeNull(type) ? PropertyValue.Unset : PropertyValue.Unknown;
            case IParameterReferenceOperation reference when _variables.TryGetValue(reference.Parameter, out var written):
                return written;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol } parameter }:
                return PropertyValue.Of(parameter.OriginalDefinition);
            case ILocalReferenceOperation local when _variables.TryGetValue(local.Local, out var known):
                return known;
            case IMemberReferenceOperation member when kind.HeldIn(member) is { } property && stateOf(member.Instance) is { } state:
                return state[property.Name];
            case ICoalesceOperation coalesce when Throws(coalesce.WhenNull):
                return ValueOf(coalesce.Value);
            case IInvocationOperation guard
                when givenBack(guard.TargetMethod) is { } parameter && CallArguments.ValueOf(guard.Arguments, parameter) is { } passed:
                return ValueOf(passed);
            case ICoalesceOperation coalesce:
                return Either(ValueOf(coalesce.Value), ValueOf(coalesce.WhenNull));
            case IConditionalOperation { WhenFalse: { } whenFalse } condition:
                return Throws(condition.WhenTrue) ? ValueOf(whenFalse)
                    : Throws(whenFalse) ? ValueOf(condition.WhenTrue)
                    : PropertyValue.Merge(ValueOf(condition.WhenTrue), ValueOf(whenFalse));
            default:
                return Made(value);
        }
    }

    /// <summary>The value of a property after a call in the body has set it.</summary>
    public PropertyValue ValueOf(RequestFieldSet set, PropertyValue before)
    {
        if (set.Constant is Constant constant)
        {
            return constant.Value is null ? PropertyValue.Unset : new() { IsGiven = true, Constant = constant, IsUncertain = set.IsUncertain };
        }

        var inputs = set.Inputs.Select(ValueOf).ToList();
        if (set is { Value: not null, IsWhole: true, IsUncertain: false } && inputs.Count == 1)
        {
            return inputs[0];
        }

        var isWhole = inputs.Count == 1 && inputs[0].IsWhole;
        var made = inputs.Aggregate(new PropertyValue { IsGiven = true }, Mixed);
        return new()
        {
            IsGiven = true,
            Inputs = made.Inputs,
            Reads = set.Accumulates ? [.. made.Reads, .. ReadsOf(before), .. set.Property is null ? [] : new[] { set.Property.Name }] : made.Reads,
            IsFresh = set.IsFreshEachCall,
            IsUncertain = set.IsUncertain,
            Part = isWhole ? set.Part : null,
            MadeBy = isWhole ? set.MadeBy : null,
        };
    }

    private static IEnumerable<string> ReadsOf(PropertyValue value) => value.OriginProperty is null ? value.Reads : [value.OriginProperty];

    // a ?? b: the first if it is not null. The value is certainly new only if both are new and the last is never null.
    private static PropertyValue Either(PropertyValue first, PropertyValue second)
    {
        var made = Mixed(Mixed(new PropertyValue { IsGiven = true }, first), second);
        return new() { IsGiven = true, Inputs = made.Inputs, Reads = made.Reads, IsUncertain = second.Origin is not null || second == PropertyValue.Unset };
    }

    private static PropertyValue Mixed(PropertyValue made, PropertyValue part) => new()
    {
        IsGiven = true,
        Inputs = [.. made.Inputs.Union<IParameterSymbol>(part.Inputs, SymbolEqualityComparer.Default)],
        Reads = [.. made.Reads.Union(ReadsOf(part))],
        IsFresh = made.IsFresh || part.IsFresh,
    };

    private PropertyValue Made(IOperation value)
    {
        var made = new PropertyValue { IsGiven = true };
        foreach (var part in value.DescendantsAndSelf())
        {
            switch (part)
            {
                case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol, IsImplicitlyDeclared: false } } when stateOf(part) is null:
                    made = Mixed(made, ValueOf(part));
                    break;
                case ILocalReferenceOperation local when _variables.ContainsKey(local.Local):
                    made = Mixed(made, ValueOf(part));
                    break;
                case IMemberReferenceOperation member when kind.HeldIn(member) is { } property && stateOf(member.Instance) is { } state:
                    made = Mixed(made, state[property.Name]);
                    break;
                case IInvocationOperation invocation when FreshValues.IsFresh(invocation):
                    made = Mixed(made, new PropertyValue { IsGiven = true, IsFresh = true });
                    break;
            }
        }

        var (holds, madeBy) = PartOf(value);
        return new()
        {
            IsGiven = true,
            Inputs = made.Inputs,
            Reads = made.Reads,
            IsFresh = made.IsFresh,
            IsNullWithInput = value is IConditionalAccessOperation,
            Part = holds,
            MadeBy = madeBy,
        };
    }

    // new Size { Width = width }, Size.OfWidth(width): a part of the field that gets the one parameter unchanged.
    private (IPropertySymbol? Part, IMethodSymbol? MadeBy) PartOf(IOperation value)
    {
        switch (value)
        {
            case IObjectCreationOperation { Initializer: { } initializer }:
                var parts = initializer.Initializers.OfType<ISimpleAssignmentOperation>().Where(each => ValueOf(each.Value).IsWhole).ToList();
                return parts.Count == 1 && parts[0].Target is IPropertyReferenceOperation target ? (target.Property, null) : (null, null);
            case IInvocationOperation { TargetMethod: { IsStatic: true, Parameters.Length: 1 } method, Arguments.Length: 1 } call
                when SymbolEqualityComparer.Default.Equals(method.ContainingType, value.Type) && ValueOf(call.Arguments[0].Value).IsWhole:
                return (RequestProperties.PartNamed(method.ContainingType, method.Parameters[0].Name), method);
            default:
                return (null, null);
        }
    }
}
