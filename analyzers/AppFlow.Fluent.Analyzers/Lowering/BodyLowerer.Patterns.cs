using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    /// <summary>
    /// The condition that a value matches a pattern. The pattern's variables are assigned at once, because nothing reads them if the value
    /// does not match.
    /// </summary>
    private Term PatternCondition(IPatternOperation pattern, Term value, IOperation? source)
    {
        if (!Enter())
        {
            return Constant.False;
        }

        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Equality(value, Value(constant.Value));
            case IDiscardPatternOperation:
                return Constant.True;
            case INegatedPatternOperation negated:
                return TermFactory.Not(PatternCondition(negated.Pattern, value, source));
            case IBinaryPatternOperation binary:
                var left = PatternCondition(binary.LeftPattern, value, source);
                var right = PatternCondition(binary.RightPattern, value, source);
                return binary.OperatorKind == BinaryOperatorKind.And ? TermFactory.And(left, right) : TermFactory.Or(left, right);
            case IRelationalPatternOperation relational:
                return Binary(relational.OperatorKind, value, Value(relational.Value), isTruth: true);
            case ITypePatternOperation type:
                return TypeTest(value, pattern.InputType, type.MatchedType);
            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol, value);
                return declaration.MatchesNull ? Constant.True : TypeTest(value, pattern.InputType, declaration.MatchedType ?? pattern.NarrowedType);
            case IRecursivePatternOperation recursive:
                return RecursiveCondition(recursive, value);
            case IListPatternOperation list:
                return ListCondition(list, value);
            default:
                return Unknown(pattern);
        }
    }

    private Term RecursiveCondition(IRecursivePatternOperation pattern, Term value)
    {
        Declare(pattern.DeclaredSymbol, value);
        var conditions = new List<Term> { TypeTest(value, pattern.InputType, pattern.MatchedType) };
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            conditions.Add(PatternCondition(pattern.DeconstructionSubpatterns[i], PartOf(pattern.MatchedType, value, i), source: null));
        }

        foreach (var property in pattern.PropertySubpatterns)
        {
            _receivers.Push(value);
            var member = property.Member is IMemberReferenceOperation ? Value(property.Member) : Unknown(property);
            _receivers.Pop();
            conditions.Add(PatternCondition(property.Pattern, member, property.Member));
        }

        return TermFactory.And([.. conditions]);
    }

    // A deconstruction of a record or tuple returns its positional members.
    private Term PartOf(ITypeSymbol? type, Term value, int index)
    {
        if (value is Apply { Function.Kind: FunctionKind.Tuple } && value.Operands.Count > index)
        {
            return value.Operands[index];
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Length > index)
        {
            return MemberOf(tuple.TupleElements[index], value);
        }

        if (type is INamedTypeSymbol { IsRecord: true } record
            && record.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length > index && !constructor.IsImplicitlyDeclared) is { } primary
            && record.GetMembers(primary.Parameters[index].Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
        {
            return MemberOf(property, value);
        }

        return TermFactory.Apply(new Function(FunctionKind.Pure, "part " + index), value);
    }

    private Term ListCondition(IListPatternOperation list, Term value)
    {
        Declare(list.DeclaredSymbol, value);
        var count = list.LengthSymbol is IPropertySymbol length ? MemberOf(length, value) : TermFactory.Apply(Function.Count, value);
        var fixedParts = list.Patterns.Count(part => part is not ISlicePatternOperation);
        var isOpen = fixedParts < list.Patterns.Length;
        var conditions = new List<Term>
        {
            TermFactory.IsNotNull(value),
            isOpen ? fixedParts == 0 ? Constant.True : TermFactory.LessOrEqual(new Constant(fixedParts), count) : Equality(count, new Constant(fixedParts)),
        };
        var index = 0;
        var afterSlice = false;
        foreach (var part in list.Patterns)
        {
            if (part is ISlicePatternOperation slice)
            {
                afterSlice = true;
                if (slice.Pattern is not null)
                {
                    conditions.Add(PatternCondition(slice.Pattern, TermFactory.Apply(new Function(FunctionKind.Pure, "slice"), value), source: null));
                }
            }
            else
            {
                var place = new Constant(afterSlice ? index - fixedParts : index);
                conditions.Add(PatternCondition(part, TermFactory.Apply(Function.Element, value, place), source: null));
                index++;
            }
        }

        return TermFactory.And([.. conditions]);
    }

    private void Declare(ISymbol? symbol, Term value)
    {
        if (symbol is not null and not IDiscardSymbol)
        {
            Set(symbol, value);
        }
    }

    private Term IsTypeValue(IIsTypeOperation isType)
    {
        var test = TypeTest(Value(isType.ValueOperand), isType.ValueOperand, isType.TypeOperand);
        return isType.IsNegated ? TermFactory.Not(test) : test;
    }

    private static Term TypeTest(Term value, IOperation source, ITypeSymbol tested)
    {
        while (source is IConversionOperation { IsImplicit: true } conversion)
        {
            source = conversion.Operand;
        }

        return TypeTest(value, source.Type, tested);
    }

    /// <summary>Whether a value of a known type is of the tested type; null is of no type.</summary>
    private static Term TypeTest(Term value, ITypeSymbol? type, ITypeSymbol? tested)
    {
        if (tested is null)
        {
            return Constant.True;
        }

        if (type is not null && Types.IsOrDerivesFrom(type, tested))
        {
            return type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } ? Constant.True : TermFactory.IsNotNull(value);
        }

        if (type is not null && Types.IsException(type))
        {
            return TermFactory.Apply(new Function(FunctionKind.FailureIs, tested), value);
        }

        return TermFactory.Apply(new Function(FunctionKind.Is, tested), value);
    }
}
