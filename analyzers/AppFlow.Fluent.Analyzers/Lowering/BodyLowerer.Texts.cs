using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    // A chain of additions is nested to the left, as deep as it is long.
    private Term Concatenation(IBinaryOperation binary)
    {
        var operands = new Stack<IOperation>();
        IOperation current = binary;
        while (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } add && _constants.Of(add) is null)
        {
            operands.Push(add.RightOperand);
            current = add.LeftOperand;
        }

        operands.Push(current);
        return TermFactory.Text([.. operands.Select(Hole)]);
    }

    private Term InterpolatedValue(IInterpolatedStringOperation text)
    {
        var parts = new List<Term>();
        foreach (var part in text.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation constant:
                    parts.Add(Value(constant.Text));
                    break;
                case IInterpolationOperation hole:
                    var format = hole.FormatString is null ? null : _constants.Of(hole.FormatString)?.Value as string ?? "";
                    parts.Add(hole.Alignment is not null
                        ? TermFactory.Apply(new Function(FunctionKind.Pure, "aligned"), Formatted(hole.Expression, format), Value(hole.Alignment))
                        : Formatted(hole.Expression, format));
                    break;
                case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append }:
                    parts.Add(append.Arguments.Length > 0 ? Formatted(append.Arguments[0].Value, AppendFormat(append)) : Value(append));
                    break;
                default:
                    parts.Add(Unknown(part));
                    break;
            }
        }

        return TermFactory.Text([.. parts]);
    }

    // The text of a value or an interpolation, which gets a culture from the call.
    private Term? CultureText(IInvocationOperation call, IMethodSymbol method)
    {
        var type = method.ContainingType;
        var isText = method.Name switch
        {
            "Create" => type.SpecialType == SpecialType.System_String
                && call.Arguments.Any(argument => argument.Value is IInterpolatedStringHandlerCreationOperation),
            "Invariant" or "CurrentCulture" => type.Name == "FormattableString" && Types.IsIn(type, "System"),
            "ToString" => type.Name == "Convert" && Types.IsIn(type, "System") && Clocks.IsPointInTime(method.Parameters[0].Type),
            _ => false,
        };
        if (!isText)
        {
            return null;
        }

        var parts = call.Arguments.Where(argument => argument.Parameter?.Type.Name != "IFormatProvider").ToList();
        foreach (var culture in call.Arguments.Except(parts))
        {
            Effects(culture.Value);
        }

        return TermFactory.Text(Hole(parts[parts.Count - 1].Value));
    }

    private string? AppendFormat(IInvocationOperation append) => append.Arguments
        .Where(argument => argument.Parameter?.Name == "format")
        .Select(argument => _constants.Of(argument.Value)?.Value as string)
        .FirstOrDefault();

    private Term Hole(IOperation operation) => Formatted(operation, format: null);

    // The text of an object, in a given or its default format.
    private Term Formatted(IOperation operation, string? format)
    {
        var unwrapped = operation;
        while (unwrapped is IConversionOperation { OperatorMethod: null, Type.IsReferenceType: true } boxing && _constants.Of(unwrapped) is null)
        {
            unwrapped = boxing.Operand;
        }

        return AsText(Value(unwrapped), unwrapped.Type, format, unwrapped);
    }

    private Term AsText(Term value, ITypeSymbol? type, string? format, IOperation place)
    {
        if (type is not null && Clocks.IsPointInTime(type))
        {
            var grain = Clocks.GrainOf(format, type);
            return value is Root { Site: { Kind: SiteKind.Clock } clock }
                ? Make(SiteKind.Clock, place, Clocks.Coarser(clock.Grain, grain))
                : TermFactory.Apply(new Function(FunctionKind.Pure, grain), TermFactory.Apply(new Function(FunctionKind.Pure, "format " + format), value));
        }

        if (type is not null && KnownMembers.KeepsText(type))
        {
            return TermFactory.Apply(new Function(FunctionKind.Query, "text"), value);
        }

        return string.IsNullOrEmpty(format) || type?.SpecialType == SpecialType.System_String || value is Constant { Value: string }
            ? value
            : TermFactory.Apply(new Function(FunctionKind.Pure, "format " + format), value);
    }
}
