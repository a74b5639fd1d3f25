using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The argument of a call for a parameter.</summary>
internal static class CallArguments
{
    /// <summary>Whether the argument is written in the call; otherwise it is the default of an optional parameter.</summary>
    /// <remarks>IsImplicit is not enough: it is also true for <c>value!</c> and <c>(value)</c> too.</remarks>
    public static bool IsWritten(IArgumentOperation argument) => argument.ArgumentKind != ArgumentKind.DefaultValue;

    /// <summary>The argument of the first parameter, written or not; null if the method has no parameter.</summary>
    public static IArgumentOperation? First(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == 0)
            {
                return argument;
            }
        }

        return null;
    }

    /// <summary>The written argument of the parameter; null if it is omitted.</summary>
    public static IOperation? ValueOf(ImmutableArray<IArgumentOperation> arguments, IParameterSymbol parameter)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == parameter.Ordinal && IsWritten(argument))
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>Whether the value is the null that is the parameter's default: it sets nothing.</summary>
    public static bool IsDefaultNull(IParameterSymbol parameter, IOperation value) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null } && value.ConstantValue is { HasValue: true, Value: null };
}
