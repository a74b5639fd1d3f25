using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    /// <summary>The value of the expression; adds its steps.</summary>
    private Term Value(IOperation? operation)
    {
        if (operation is null || !Enter())
        {
            return Constant.Null;
        }

        if (_constants.Of(operation) is { } constant)
        {
            return constant;
        }

        return operation switch
        {
            ILocalReferenceOperation local => Read(local.Local, local),
            IParameterReferenceOperation parameter => Read(parameter.Parameter, parameter),
            IInstanceReferenceOperation instance => instance.ReferenceKind is InstanceReferenceKind.ImplicitReceiver or InstanceReferenceKind.PatternInput && _receivers.Count > 0
                ? _receivers.Peek()
                : _frame.This,
            IFieldReferenceOperation field => FieldValue(field),
            IPropertyReferenceOperation property => PropertyValue(property),
            IArrayElementReferenceOperation element => ElementValue(element),
            IImplicitIndexerReferenceOperation element => TermFactory.Apply(Function.Element, Value(element.Instance), Value(element.Argument)),
            IEventReferenceOperation @event => Member(@event.Event, @event.Instance),
            IParenthesizedOperation parenthesized => Value(parenthesized.Operand),
            IConversionOperation conversion => ConversionValue(conversion),
            IBinaryOperation binary => BinaryValue(binary),
            ITupleBinaryOperation tuple => TupleComparison(tuple),
            IUnaryOperation unary => UnaryValue(unary),
            IConditionalOperation conditional => ConditionalValue(conditional),
            ICoalesceOperation coalesce => CoalesceValue(coalesce),
            ICoalesceAssignmentOperation coalesce => CoalesceAssignment(coalesce),
            IConditionalAccessOperation access => ConditionalAccessValue(access),
            IConditionalAccessInstanceOperation => _accessed.Count > 0 ? _accessed.Peek() : Unknown(operation),
            IIsTypeOperation isType => IsTypeValue(isType),
            IIsPatternOperation isPattern => PatternCondition(isPattern.Pattern, Value(isPattern.Value), isPattern.Value),
            ISwitchExpressionOperation choice => SwitchExpressionValue(choice),
            IInterpolatedStringOperation text => InterpolatedValue(text),
            IInterpolatedStringHandlerCreationOperation handler => Value(handler.Content),
            IInvocationOperation call => InvocationValue(call),
            IObjectCreationOperation creation => CreationValue(creation),
            IWithOperation with => WithValue(with),
            IArrayCreationOperation array => ArrayValue(array),
            ICollectionExpressionOperation collection => CollectionValue(collection),
            ITupleOperation tuple => TupleValue(tuple),
            ISimpleAssignmentOperation assignment => AssignmentValue(assignment),
            ICompoundAssignmentOperation compound => CompoundValue(compound),
            IIncrementOrDecrementOperation increment => IncrementValue(increment),
            IDeconstructionAssignmentOperation deconstruction => DeconstructionValue(deconstruction),
            IDeclarationExpressionOperation declaration => Value(declaration.Expression),
            IAwaitOperation awaited => AwaitValue(awaited),
            IThrowOperation thrown => ThrowValue(thrown),
            IDelegateCreationOperation creation => DelegateValue(creation),
            IAnonymousFunctionOperation lambda => StoredLambda(lambda),
            IMethodReferenceOperation method => MethodGroupValue(method),
            IDefaultValueOperation @default => DefaultOf(@default.Type),
            ITypeOfOperation type => new Apply(new Function(FunctionKind.Pure, type.TypeOperand)),
            IRangeOperation range => TermFactory.Apply(new Function(FunctionKind.Pure, nameof(IRangeOperation)), Value(range.LeftOperand), Value(range.RightOperand)),
            IAnonymousObjectCreationOperation anonymous => AnonymousValue(anonymous),
            ITranslatedQueryOperation query => Value(query.Operation),
            IObjectOrCollectionInitializerOperation initializer => InitializerValue(initializer),
            _ => OtherValue(operation),
        };
    }

    /// <summary>The effects of the expression if its value is not read.</summary>
    private void Effects(IOperation? operation)
    {
        if (operation is not null)
        {
            Value(operation);
        }
    }

    // An unknown kind of operation: its parts in order, and an unknown value.
    private Root OtherValue(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (child is IBlockOperation or IVariableDeclarationGroupOperation or IExpressionStatementOperation)
            {
                Statement(child);
            }
            else
            {
                Keep(child, Value(child));
            }
        }

        return Unknown(operation);
    }

    private Term Read(ISymbol symbol, IOperation place) => _survey.IsWrittenElsewhere(symbol) ? Unknown(place) : ValueOf(symbol);

    private Term ConversionValue(IConversionOperation conversion)
    {
        if (conversion.Type is { } type && Survey.IsExpressionTree(type))
        {
            return Unknown(conversion);
        }

        var operand = Value(conversion.Operand);
        if (conversion.OperatorMethod is { } method)
        {
            return Sources.IsIn(_compilation, method) ? Unknown(conversion) : TermFactory.Apply(new Function(FunctionKind.Pure, method), operand);
        }

        if (conversion.IsTryCast && conversion.Type is { } tried)
        {
            return TermFactory.Choice(TypeTest(operand, conversion.Operand, tried), operand, Constant.Null);
        }

        var changes = conversion.Conversion.IsNumeric || conversion.Type?.TypeKind == TypeKind.Enum || conversion.Operand.Type?.TypeKind == TypeKind.Enum;
        var isSame = SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type) || conversion.Type is not { IsValueType: true } target
            || target.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return changes && !isSame && operand is not Constant ? TermFactory.Apply(new Function(FunctionKind.Pure, conversion.Type), operand) : operand;
    }

    private static Term DefaultOf(ITypeSymbol? type) => type switch
    {
        null or { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => Constant.Null,
        { SpecialType: SpecialType.System_Boolean } => Constant.False,
        { SpecialType: SpecialType.System_Int32 } => Constant.Zero,
        INamedTypeSymbol { IsTupleType: true } tuple => TermFactory.Apply(Function.Tuple, [.. tuple.TupleElements.Select(element => DefaultOf(element.Type))]),
        _ => new Apply(new Function(FunctionKind.Pure, type)),
    };

    private Root ArrayValue(IArrayCreationOperation array)
    {
        foreach (var size in array.DimensionSizes)
        {
            Effects(size);
        }

        Elements(array.Initializer);
        return NewObject(array, array.Initializer is { ElementValues.Length: var length } ? length : null);
    }

    private void Elements(IArrayInitializerOperation? initializer)
    {
        foreach (var element in initializer?.ElementValues ?? [])
        {
            if (element is IArrayInitializerOperation inner)
            {
                Elements(inner);
            }
            else
            {
                Keep(element, PartValue(element));
            }
        }
    }

    private Root CollectionValue(ICollectionExpressionOperation collection)
    {
        var elements = 0;
        foreach (var element in collection.Elements)
        {
            if (element is ISpreadOperation spread)
            {
                Effects(spread.Operand);
            }
            else
            {
                elements++;
                Keep(element, PartValue(element));
            }
        }

        return NewObject(collection, elements > 0 ? elements : collection.Elements.Length == 0 ? 0 : null);
    }

    private Term TupleValue(ITupleOperation tuple)
    {
        var parts = new List<Term>();
        foreach (var element in tuple.Elements)
        {
            parts.Add(Value(element));
        }

        return TermFactory.Apply(Function.Tuple, [.. parts]);
    }

    private Root AnonymousValue(IAnonymousObjectCreationOperation anonymous)
    {
        foreach (var initializer in anonymous.Initializers)
        {
            var value = initializer is ISimpleAssignmentOperation assignment ? assignment.Value : initializer;
            Keep(value, Value(value));
        }

        return Unknown(anonymous);
    }

    // A new object: not null, and different from all others.
    private Root NewObject(IOperation operation, int? count)
    {
        var site = new Site(SiteKind.Unknown, operation) { IsNeverNull = true };
        Add(new MakeStep(site) { Place = operation });
        var value = site.Value;
        if (count is > 0)
        {
            _filled.Add(value.Site);
        }

        return value;
    }
}
