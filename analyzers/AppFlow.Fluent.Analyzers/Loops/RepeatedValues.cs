using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>Tells which expressions change from one time that a repetition runs to the next.</summary>
internal sealed class RepeatedValues(Repetition repetition, Writes writes)
{
    private readonly Dictionary<ISymbol, Variance> _symbols = new(SymbolEqualityComparer.Default);

    public Variance Of(IOperation expression)
    {
        expression = HardCodedValues.Unwrapped(expression);
        if (expression.ConstantValue.HasValue || !repetition.Contains(expression.Syntax))
        {
            return Variance.Fixed;
        }

        switch (expression)
        {
            case ILocalReferenceOperation local:
                return Once(local.Local, IsInside(local.Local));
            case IParameterReferenceOperation parameter:
                return OfParameter(parameter.Parameter);
            case IFieldReferenceOperation field:
                return OfField(field);
            case IPropertyReferenceOperation property:
                return OfProperty(property);
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation:
                return AtLeast(Variance.Stable, OfParts(expression));
            case IInvocationOperation call:
                return KnownMembers.IsFreshEachTime(call.TargetMethod) ? Variance.Varies
                    : KnownMembers.IsPure(call.TargetMethod) ? OfParts(call)
                    : AtLeast(Variance.Unknown, OfParts(call));
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value);
            case IIncrementOrDecrementOperation or ICompoundAssignmentOperation:
                return Variance.Varies;
            case IInstanceReferenceOperation or IConditionalAccessInstanceOperation or ITypeOfOperation or IDefaultValueOperation:
                return Variance.Fixed;
            case IAnonymousFunctionOperation or IMethodReferenceOperation:
                return Variance.Unknown;
            case IAwaitOperation or IConversionOperation or IBinaryOperation or IUnaryOperation or IConditionalOperation or ICoalesceOperation
                or IConditionalAccessOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or IPatternOperation or IIsPatternOperation
                or IInterpolatedStringOperation or IInterpolatedStringContentOperation or ITupleOperation or IArgumentOperation
                or IObjectCreationOperation or IObjectOrCollectionInitializerOperation or IArrayCreationOperation or IArrayInitializerOperation
                or ICollectionExpressionOperation:
                return OfParts(expression);
            default:
                return AtLeast(Variance.Unknown, OfParts(expression));
        }
    }

    private Variance OfParts(IOperation operation)
    {
        var most = Variance.Fixed;
        foreach (var part in operation.ChildOperations)
        {
            most = AtLeast(most, Of(part));
        }

        return most;
    }

    private Variance OfParameter(IParameterSymbol parameter)
    {
        if (!IsInside(parameter))
        {
            return Once(parameter, isInside: false);
        }

        return OwnerOf(parameter) switch
        {
            RepetitionKind.EachItem => Variance.Varies,
            RepetitionKind.EachAttempt => Variance.Fixed,
            _ => Variance.Unknown,
        };
    }

    private Variance OfField(IFieldReferenceOperation reference)
    {
        var instance = reference.Instance is null ? Variance.Fixed : Of(reference.Instance);
        if (reference.Field.IsReadOnly)
        {
            return instance;
        }

        var self = reference.Instance is null or IInstanceReferenceOperation;
        if (self && !CallsOwnMembers(reference.Field.ContainingType))
        {
            return AtLeast(instance, Once(reference.Field, isInside: false));
        }

        return AtLeast(instance, self || Once(reference.Field, isInside: false) != Variance.Fixed ? Variance.Unknown : Variance.Stable);
    }

    private Variance OfProperty(IPropertyReferenceOperation reference)
    {
        var parts = OfParts(reference);
        var property = reference.Property;
        if (KnownMembers.IsFreshEachTime(property))
        {
            return Variance.Varies;
        }

        if (writes.Of(property).Any(write => repetition.Contains(write.Syntax)))
        {
            return AtLeast(parts, Variance.Unknown);
        }

        if (KnownMembers.IsPure(property))
        {
            return parts;
        }

        // candidates.MoveOn() may change what candidates.Label is.
        return AtLeast(parts, reference.Instance is { } instance && CallsMembersOf(instance) ? Variance.Unknown : Variance.Stable);
    }

    private Variance Once(ISymbol symbol, bool isInside)
    {
        if (_symbols.TryGetValue(symbol, out var known))
        {
            return known;
        }

        // A variable that is made of itself is as constant as the rest that it is made of.
        _symbols[symbol] = Variance.Fixed;
        return _symbols[symbol] = OfWrites(symbol, isInside);
    }

    private Variance OfWrites(ISymbol symbol, bool isInside)
    {
        var all = writes.Of(symbol);
        if (symbol is ILocalSymbol or IParameterSymbol
            && all.Any(write => write.Function is not null && !SymbolEqualityComparer.Default.Equals(write.Function, symbol.ContainingSymbol)))
        {
            return Variance.Unknown;
        }

        var most = Variance.Fixed;
        var any = false;
        foreach (var write in all.Where(write => repetition.Contains(write.Syntax)))
        {
            any = true;
            most = AtLeast(most, OfWrite(write));
        }

        // What comes from outside and is given another value inside is the old one the first time and the new one after.
        return any == isInside ? most : isInside || any ? AtLeast(most, Variance.Unknown) : Variance.Fixed;
    }

    private Variance OfWrite(Write write) => write.Kind switch
    {
        WriteKind.Item or WriteKind.Stepped => Variance.Varies,
        _ when repetition.IsInCondition(write.Syntax) => Variance.Varies,
        _ => write.Value is { } value ? Of(value) : Variance.Unknown,
    };

    private bool IsInside(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(reference => repetition.Contains(reference.GetSyntax()))
        || (symbol.DeclaringSyntaxReferences.IsEmpty && IsOwnParameter(symbol));

    // The parameters of a query expression's lambdas are declared elsewhere in the query.
    private bool IsOwnParameter(ISymbol symbol) =>
        repetition.Operation is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, lambda.Symbol);

    private RepetitionKind? OwnerOf(IParameterSymbol parameter)
    {
        foreach (var lambda in Lambdas(repetition.Operation))
        {
            if (SymbolEqualityComparer.Default.Equals(lambda.Symbol, parameter.ContainingSymbol))
            {
                return Repetition.Of(lambda)?.Kind;
            }
        }

        return null;
    }

    private bool CallsOwnMembers(INamedTypeSymbol type) => repetition.Operation.Descendants().Any(operation =>
        operation is IInvocationOperation call
        && (call.Instance is IInstanceReferenceOperation || SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, type)));

    private bool CallsMembersOf(IOperation instance) =>
        VariableOf(instance) is { } variable
        && repetition.Operation.Descendants().Any(operation =>
            operation is IInvocationOperation { Instance: { } receiver } && SymbolEqualityComparer.Default.Equals(VariableOf(receiver), variable));

    private static ISymbol? VariableOf(IOperation operation) => HardCodedValues.Unwrapped(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        IInstanceReferenceOperation self => self.Type,
        _ => null,
    };

    private static IEnumerable<IAnonymousFunctionOperation> Lambdas(IOperation operation) =>
        operation.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>();

    private static Variance AtLeast(Variance one, Variance other) => one > other ? one : other;
}
