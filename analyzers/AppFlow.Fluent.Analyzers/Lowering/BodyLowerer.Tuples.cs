using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    // A longer tuple is treated as an ordinary variable.
    private const int MaxTupleParts = 8;

    private readonly Dictionary<ISymbol, object> _tuples = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The meaning of a local or a parameter: a <see cref="Variable"/>, or an array of them for a tuple. Each part of a tuple is written
    /// and read separately, like a variable.
    /// </summary>
    private object PlaceOf(ISymbol symbol)
    {
        if (TypeOf(symbol) is not { IsTupleType: true } type || _variables.ContainsKey(symbol))
        {
            return VariableOf(symbol);
        }

        if (!_tuples.TryGetValue(symbol, out var place))
        {
            _tuples.Add(symbol, place = PlaceOf(symbol, type, symbol.Name));
        }

        return place;
    }

    private static object PlaceOf(object key, ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { IsTupleType: true, TupleElements: { Length: <= MaxTupleParts } elements }
            ? elements.Select((element, i) => PlaceOf((key, i), element.Type, name + "." + element.Name)).ToArray()
            : new Variable(key, name);

    private static INamedTypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol { RefKind: RefKind.None, Type: INamedTypeSymbol type } => type,
        IParameterSymbol { Type: INamedTypeSymbol type } => type,
        _ => null,
    };

    /// <summary>The index of a tuple element in a local or a parameter; null for any other field.</summary>
    private object? TuplePlaceOf(IFieldReferenceOperation reference)
    {
        if (PlaceInTuple(reference.Field) is not { } part)
        {
            return null;
        }

        var whole = reference.Instance?.Unwrapped() switch
        {
            ILocalReferenceOperation { Local: var local } when !_survey.IsWrittenElsewhere(local) => PlaceOf(local),
            IParameterReferenceOperation { Parameter: var parameter } when !_survey.IsWrittenElsewhere(parameter) => PlaceOf(parameter),
            IFieldReferenceOperation outer => TuplePlaceOf(outer),
            _ => null,
        };
        return whole is object[] parts && part < parts.Length ? parts[part] : null;
    }

    private static int? PlaceInTuple(ISymbol member)
    {
        // The compiler's renamed or annotated tuple elements are different symbols, but have the same plain name.
        return member is IFieldSymbol { ContainingType.IsTupleType: true } field
            && (field.CorrespondingTupleField ?? field).Name is var item
            && item.StartsWith("Item", StringComparison.Ordinal)
            && int.TryParse(item.Substring("Item".Length), out var number)
                ? number - 1
                : null;
    }

    private IEnumerable<Variable> VariablesOf(ISymbol symbol) => VariablesOf(PlaceOf(symbol));

    private static IEnumerable<Variable> VariablesOf(object place) => place is object[] parts ? parts.SelectMany(VariablesOf) : [(Variable)place];

    private Term ValueOf(ISymbol symbol) => ValueOf(PlaceOf(symbol));

    private static Term ValueOf(object place) => place is object[] parts ? TermFactory.Apply(Function.Tuple, [.. parts.Select(ValueOf)]) : (Variable)place;

    private void Set(ISymbol symbol, Term value, IOperation? place = null) => Set(PlaceOf(symbol), TypeOf(symbol), value, place);

    private void Set(object target, ITypeSymbol? type, Term value, IOperation? place)
    {
        if (target is not object[] parts)
        {
            Add(new AssignStep((Variable)target, value) { Place = place });
            return;
        }

        // All parts are read before any is written, because they may be swapped.
        var values = Enumerable.Range(0, parts.Length).Select(i => PartOf(type, value, i)).ToList();
        var own = VariablesOf(target).ToList();
        if (values.Any(part => part.Contains(inner => inner is Variable variable && own.Contains(variable))))
        {
            for (var i = 0; i < values.Count; i++)
            {
                var temp = NewTemp();
                Add(new AssignStep(temp, values[i]));
                values[i] = temp;
            }
        }

        for (var i = 0; i < parts.Length; i++)
        {
            Set(parts[i], (type as INamedTypeSymbol)?.TupleElements[i].Type, values[i], place);
        }
    }

    // A tuple leaves the body part by part.
    private void KeepParts(INamedTypeSymbol type, Term tuple, IOperation? source)
    {
        for (var i = 0; i < type.TupleElements.Length; i++)
        {
            Keep(type.TupleElements[i].Type, PartOf(type, tuple, i), source);
        }
    }
}
