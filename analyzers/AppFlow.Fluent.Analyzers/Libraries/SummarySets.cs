using System.Collections.Immutable;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Translates the effects of a body, in terms of its parameters, into those of a call, in terms of its arguments.</summary>
internal static class SummarySets
{
    public static IEnumerable<RequestFieldSet> Of(
        RequestKind kind, BodySummary summary, ImmutableArray<IArgumentOperation> arguments, bool hasSource, bool unsetsOthers = false)
    {
        foreach (var property in kind.Properties)
        {
            var isNamed = summary.Values.TryGetValue(property.Name, out var value);
            if (!isNamed && !unsetsOthers)
            {
                continue;
            }

            if (SetOf(kind, property, isNamed ? value! : PropertyValue.Unset, arguments) is { } set)
            {
                yield return set;
            }
            else if (hasSource)
            {
                yield return new RequestFieldSet(kind, property) { Constant = Constant.Null };
            }
        }
    }

    // Null if the property stays without a value.
    private static RequestFieldSet? SetOf(RequestKind kind, IPropertySymbol property, PropertyValue value, ImmutableArray<IArgumentOperation> arguments)
    {
        if (!value.IsGiven)
        {
            return null;
        }

        var given = new List<IOperation>();
        Constant? constant = value.Constant;
        foreach (var parameter in value.Inputs)
        {
            if (CallArguments.ValueOf(arguments, parameter) is { } argument)
            {
                given.Add(argument);
                if (CallArguments.IsDefaultNull(parameter, argument) && SetsNothing(value))
                {
                    return null;
                }
            }
            else if (parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null })
            {
                if (SetsNothing(value))
                {
                    return null;
                }
            }
            else if (value.IsWhole && parameter.HasExplicitDefaultValue)
            {
                constant = new Constant(parameter.ExplicitDefaultValue);
            }
        }

        return new RequestFieldSet(kind, property)
        {
            Value = given.Count == 1 && value.Inputs.Count == 1 && value.Reads.Count == 0 ? given[0] : null,
            IsWhole = value.IsWhole && given.Count == 1,
            Inputs = given,
            Reads = value.Reads,
            Part = value.Inputs.Count == 1 ? value.Part : null,
            MadeBy = value.MadeBy,
            Constant = constant,
            IsFreshEachCall = value.IsFresh,
            IsUncertain = value.IsUncertain,
            Accumulates = value.Reads.Contains(property.Name),
        };
    }

    private static bool SetsNothing(PropertyValue value) => value.Inputs.Count == 1 && (value.IsWhole || value.IsNullWithInput);
}
