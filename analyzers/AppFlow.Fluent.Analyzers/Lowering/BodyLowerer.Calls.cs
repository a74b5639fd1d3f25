using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    // Whether the expression is only inspected, so that a request in it stays in the body.
    private bool _isLookedAt;

    private Term InvocationValue(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (IsOnMock(call) || Assertions.ExpectsThrow(method))
        {
            return ValuesOnly(call);
        }

        var wasLookedAt = _isLookedAt;
        _isLookedAt = SilentCalls.OnlyInspects(method) || (wasLookedAt && KnownMembers.IsPure(method));
        try
        {
            return _library.CallOf(call) is { } request ? Request(request) : Ordinary(call, method);
        }
        finally
        {
            _isLookedAt = wasLookedAt;
        }
    }

    private Term Ordinary(IInvocationOperation call, IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.LocalFunction => FunctionCall(call),
        MethodKind.DelegateInvoke => DelegateCall(call),
        _ => KnownCall(call, method) ?? TaskCall(call, method) ?? RepeatedCall(call, method) ?? InlinedCall(call, method) ?? ComputedCall(call, method)
            ?? AnsweredCall(call, method) ?? UnknownCall(call, method),
    };

    private static bool IsOnMock(IInvocationOperation call)
    {
        for (var receiver = call.Instance; receiver is not null; receiver = (receiver as IInvocationOperation)?.Instance)
        {
            if (receiver is IInvocationOperation inner && Assertions.RegistersForCalls(inner.TargetMethod))
            {
                return true;
            }
        }

        return false;
    }

    // The arguments of a call that does not run: on a mock, or of an assertion that runs a lambda itself.
    private Root ValuesOnly(IInvocationOperation call)
    {
        if (!IsOnMock(call))
        {
            foreach (var argument in call.Arguments)
            {
                if (CallableOf(argument.Value) is null && argument.Value.Type?.TypeKind != TypeKind.Delegate)
                {
                    Effects(argument.Value);
                }
            }
        }

        return Unknown(call);
    }

    private Term? KnownCall(IInvocationOperation call, IMethodSymbol method)
    {
        if (KnownMembers.IsFresh(method) && !IsSeeded(call))
        {
            Arguments(call, out _);
            return Make(SiteKind.Fresh, call);
        }

        if (Clocks.GrainOf(method) is { } grain)
        {
            Arguments(call, out _);
            return Make(SiteKind.Clock, call, grain);
        }

        if (Clocks.ReadingOf(method) is { } reading)
        {
            var operands = Arguments(call, out _);
            return operands.Count == 0 ? null : ClockReading(operands[0], method, reading, call);
        }

        return TextCall(call, method) ?? TruthCall(call, method);
    }

    private bool IsSeeded(IInvocationOperation call)
    {
        var source = call.Instance?.Unwrapped();
        if (source is ILocalReferenceOperation local)
        {
            source = _survey.OnlyValueOf(local.Local)?.Unwrapped();
        }

        return source is IObjectCreationOperation { Arguments.Length: 1 } creation && _constants.Of(creation.Arguments[0].Value) is not null;
    }

    private Term? TruthCall(IInvocationOperation call, IMethodSymbol method)
    {
        switch (method)
        {
            case { Name: "IsNullOrEmpty", ContainingType.SpecialType: SpecialType.System_String }:
                return NullOr(Function.IsEmptyText, Value(call.Arguments[0].Value));
            case { Name: "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String }:
                return NullOr(Function.IsBlankText, Value(call.Arguments[0].Value));
            case { ContainingType.Name: "ConnectorRegistrationValues", Parameters.Length: 1 }
                when method.Parameters[0].Type.SpecialType == SpecialType.System_String && Types.IsIn(method.ContainingType, "AppFlow", "Fluent"):
                return FaultCall(call, method);
            case { Name: "Any", Parameters.Length: 1 } when method.IsExtensionMethod && Types.IsIn(method.ContainingType, "System", "Linq"):
                return HasItems(Value(call.Arguments[0].Value), call.Arguments[0].Value);
            case { Name: "Count" or "LongCount", Parameters.Length: 1 } when method.IsExtensionMethod && Types.IsIn(method.ContainingType, "System", "Linq"):
                return TermFactory.Apply(Function.Count, Value(call.Arguments[0].Value));
            case { Name: "HasFlag", ContainingType.SpecialType: SpecialType.System_Enum } when call.Instance is not null:
                var flag = Value(call.Arguments[0].Value);
                return TermFactory.Equal(TermFactory.Apply(OperatorOf(BinaryOperatorKind.And), Value(call.Instance), flag), flag);
            case { Name: "Equals" or "ReferenceEquals", ReturnType.SpecialType: SpecialType.System_Boolean }:
                return EqualsCall(call);
            default:
                return null;
        }
    }

    // A value that passes the library's validation is set.
    private Term FaultCall(IInvocationOperation call, IMethodSymbol method)
    {
        var value = Value(call.Arguments[0].Value);
        var isMissing = method.Name is "FaultOfConnectorLabel" or "FaultOfLambdaArn" ? NullOr(Function.IsBlankText, value) : TermFactory.IsNull(value);
        return TermFactory.Choice(isMissing, new Constant(method.Name), TermFactory.Apply(new Function(FunctionKind.Pure, method.OriginalDefinition), value));
    }

    private static Term NullOr(Function test, Term value) => TermFactory.Or(TermFactory.IsNull(value), TermFactory.Apply(test, value));

    private Term? EqualsCall(IInvocationOperation call)
    {
        if (call.Arguments.Length + (call.Instance is null ? 0 : 1) < 2)
        {
            return null;
        }

        var operands = Arguments(call, out _);
        var isExact = operands.Count == 2 || (operands[2] is Constant { Value: int comparison } && comparison % 2 == 0);
        return isExact
            ? Equality(operands[0], operands[1])
            : TermFactory.Apply(new Function(FunctionKind.Pure, call.TargetMethod.OriginalDefinition), [.. operands]);
    }

    private Term? TextCall(IInvocationOperation call, IMethodSymbol method)
    {
        if (method is { Name: "ToString", Parameters.Length: 0 or 1 or 2 } && call.Instance is { Type: { } type } && !Sources.IsIn(_compilation, method))
        {
            return ToText(call, type);
        }

        if (!method.IsStatic)
        {
            return null;
        }

        if (CultureText(call, method) is { } text)
        {
            return text;
        }

        if (method.ContainingType.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        switch (method.Name)
        {
            case "Concat" when Items(call, 0) is { } parts:
                return TermFactory.Text([.. parts.Select(Hole)]);
            case "Join" when call.Arguments.Length == 2 && Items(call, 1) is { } parts:
                var separator = Value(call.Arguments[0].Value);
                return TermFactory.Text([.. parts.SelectMany((part, i) => i == 0 ? [Hole(part)] : new[] { separator, Hole(part) })]);
            case "Format" when call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format") is { Parameter: { } pattern } written
                && _constants.Of(written.Value)?.Value is string format
                && Items(call, pattern.Ordinal + 1) is { } parts:
                return FormatText.Holes(format) is { } holes && holes.All(hole => hole.Index < parts.Count)
                    ? TermFactory.Text([.. holes.Select(hole => hole.Index < 0 ? new Constant(hole.Text) : Formatted(parts[hole.Index], hole.Text))])
                    : null;
            default:
                return null;
        }
    }

    private Term ToText(IInvocationOperation call, ITypeSymbol type)
    {
        var value = Value(call.Instance);
        var format = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String && !argument.IsImplicit);
        var text = format is null ? null : _constants.Of(format.Value);
        if (format is not null && text is null && !Clocks.IsPointInTime(type))
        {
            return TermFactory.Apply(new Function(FunctionKind.Pure, call.TargetMethod.OriginalDefinition), value, Value(format.Value));
        }

        var formatted = AsText(value, type, text?.Value as string, call);
        return type.SpecialType == SpecialType.System_String ? formatted : TermFactory.Text(formatted);
    }

    // The arguments from a parameter on, with those of a params array one by one; null if they are unknown.
    private static List<IOperation>? Items(IInvocationOperation call, int from)
    {
        var items = new List<IOperation>();
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter?.Ordinal >= from))
        {
            switch (argument)
            {
                case { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer.ElementValues: var elements } }:
                    items.AddRange(elements);
                    break;
                case { ArgumentKind: ArgumentKind.ParamCollection, Value: ICollectionExpressionOperation { Elements: var elements } }:
                    items.AddRange(elements);
                    break;
                case { Value.Type: IArrayTypeSymbol or INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: true } }:
                    return null;
                default:
                    items.Add(argument.Value);
                    break;
            }
        }

        return items;
    }
}
