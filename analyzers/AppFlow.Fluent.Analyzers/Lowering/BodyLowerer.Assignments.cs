using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    private Term AssignmentValue(ISimpleAssignmentOperation assignment)
    {
        if (_library.CallOf(assignment) is { } call)
        {
            return Request(call);
        }

        // The parts of the target run before the value; this only matters for an index or receiver with side effects.
        var isPart = assignment.Parent is IObjectOrCollectionInitializerOperation;
        var value = isPart ? PartValue(assignment.Value) : Value(assignment.Value);
        if (isPart && assignment.Target is IPropertyReferenceOperation { Arguments: { IsEmpty: false } arguments })
        {
            foreach (var argument in arguments)
            {
                PartValue(argument.Value);
            }
        }

        Assign(assignment.Target, assignment.Value, value, assignment);
        return value;
    }

    /// <summary>Assigns a value to the target of an expression: a variable, a field, an element, each part of a tuple.</summary>
    /// <param name="target">The target.</param>
    /// <param name="source">The expression of the value, if there is one.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">The assignment.</param>
    private void Assign(IOperation target, IOperation? source, Term value, IOperation place)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IVariableDeclaratorOperation:
                Write(VariableNamedBy(target), source, value, place);
                break;
            case IDeclarationExpressionOperation or IParenthesizedOperation or IConversionOperation:
                Assign(target.ChildOperations.First(), source, value, place);
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    Assign(tuple.Elements[i], source: null, PartOf(tuple.Type, value, i), place);
                }

                break;
            case IDiscardOperation:
                Keep(source, value);
                break;
            case IFieldReferenceOperation part when TuplePlaceOf(part) is { } kept:
                Set(kept, part.Type, value, place);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IEventReferenceOperation:
                Store(target, source, value, place);
                break;
            default:
                Effects(target);
                Keep(source, value);
                break;
        }
    }

    private static ISymbol VariableNamedBy(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => ((IVariableDeclaratorOperation)target).Symbol,
    };

    private void Write(ISymbol symbol, IOperation? source, Term value, IOperation place)
    {
        if (_survey.IsWrittenElsewhere(symbol))
        {
            Keep(source, value);
        }
        else
        {
            Set(symbol, value, place);
        }
    }

    private void Store(IOperation target, IOperation? source, Term value, IOperation place)
    {
        if (target is IPropertyReferenceOperation { Instance: { } request, Property: var property }
            && (_library.KindOf(request.Type) ?? _library.KindOf(property.ContainingType)) is { } kind && kind.FieldOf(property) is { } field)
        {
            Add(new MutateStep(Value(request), kind.Shape, [new FieldSet(field, value) { Place = field.Role == FieldRole.Content ? null : source ?? place }]) { Place = place });
            return;
        }

        Keep(source, value);
        if (Memory(target) is Apply { Function.Kind: FunctionKind.Member or FunctionKind.Element or FunctionKind.StableMember } memory)
        {
            var isOfNew = memory.Operands.Count == 1 && memory.Operands[0] is Root { Age: 0, Site.IsNeverNull: true } && place.Parent is IObjectOrCollectionInitializerOperation;
            Add(new StoreStep(memory, value) { Place = place, IsOfNewObject = isOfNew });
        }
    }

    // The memory of an expression, which is neither a clock nor a task's state.
    private Term Memory(IOperation target) => target switch
    {
        IFieldReferenceOperation field => Member(field.Field, field.Field.IsStatic ? null : field.Instance),
        IPropertyReferenceOperation { Arguments.Length: 0 } property => Member(property.Property, property.Property.IsStatic ? null : property.Instance),
        IEventReferenceOperation @event => Member(@event.Event, @event.Instance),
        _ => Value(target),
    };

    private Term CompoundValue(ICompoundAssignmentOperation compound)
    {
        if (_library.CallOf(compound) is { } call)
        {
            return Request(call);
        }

        var before = Value(compound.Target);
        var right = Value(compound.Value);
        var value = compound switch
        {
            { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => TermFactory.Text(before, right),
            { OperatorMethod: { } method } when Sources.IsIn(_compilation, method) => Unknown(compound),
            _ => Binary(compound.OperatorKind, before, right, compound.Type?.SpecialType == SpecialType.System_Boolean),
        };
        Assign(compound.Target, compound, value, compound);
        return value;
    }

    private Term IncrementValue(IIncrementOrDecrementOperation increment)
    {
        var before = Value(increment.Target);
        var old = before;
        if (increment.IsPostfix && increment.Parent is not (IExpressionStatementOperation or IForLoopOperation))
        {
            var temp = NewTemp();
            Add(new AssignStep(temp, before));
            old = temp;
        }

        var kind = increment.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var after = TermFactory.Apply(OperatorOf(kind), before, new Constant(1));
        Assign(increment.Target, source: null, after, increment);
        return increment.IsPostfix ? old : before is Variable ? before : after;
    }

    private Term DeconstructionValue(IDeconstructionAssignmentOperation deconstruction)
    {
        var value = Value(deconstruction.Value);

        // (a, b) = (b, a): every part is read before any is written.
        if (value is Apply { Function.Kind: FunctionKind.Tuple } parts && deconstruction.Target is ITupleOperation { Elements: var targets } && parts.Operands.Count == targets.Length)
        {
            var read = new List<Term>();
            foreach (var part in parts.Operands)
            {
                var temp = NewTemp();
                Add(new AssignStep(temp, part));
                read.Add(temp);
            }

            for (var i = 0; i < targets.Length; i++)
            {
                Assign(targets[i], source: null, read[i], deconstruction);
            }
        }
        else
        {
            Deconstruct(deconstruction.Target, value, deconstruction.Value.Type, deconstruction);
        }

        return value;
    }

    private void Deconstruct(IOperation target, Term value, ITypeSymbol? type, IOperation place)
    {
        while (target is IDeclarationExpressionOperation declaration)
        {
            target = declaration.Expression;
        }

        if (target is ITupleOperation tuple)
        {
            for (var i = 0; i < tuple.Elements.Length; i++)
            {
                Deconstruct(tuple.Elements[i], PartOf(type, value, i), tuple.Elements[i].Type, place);
            }
        }
        else
        {
            Assign(target, source: null, value, place);
        }
    }

    /// <summary>Other code gets the value: a request leaves the body, an id is kept.</summary>
    private void Keep(IOperation? source, Term value)
    {
        if (source?.Unwrapped().Type is { } type)
        {
            Keep(type, value, source);
        }
    }

    private void Keep(ITypeSymbol type, Term value, IOperation? source)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            KeepParts(tuple, value, source);
        }
        else if (_library.KindOf(type) is { } kind)
        {
            if (value is not Constant && !_isLookedAt)
            {
                Add(new EscapeStep(value) { MayChange = kind.IsMutable, Place = source });
            }
        }
        else if (value is not Constant && MayHoldId(type))
        {
            Add(new UseStep(value) { Place = source });
        }
    }

    // A value with which a call can be identified later: a text, a GUID, a number, a point in time, or an object that holds one.
    private static bool MayHoldId(ITypeSymbol type) =>
        type.IsReferenceType || type.Name == "Guid" || Clocks.IsPointInTime(type)
        || type.SpecialType is >= SpecialType.System_Int32 and <= SpecialType.System_Double;
}
