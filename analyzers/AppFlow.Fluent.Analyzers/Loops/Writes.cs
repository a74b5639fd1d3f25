using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>Where the variables of a body get their values: one walk, for all questions that are asked of the body.</summary>
internal sealed class Writes
{
    private readonly Dictionary<ISymbol, List<Write>> _writes = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken _cancellationToken;

    public Writes(IOperation body, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        Visit(body, function: null);
    }

    /// <summary>All writes of a local, parameter, field or property, in the order of the source.</summary>
    public IReadOnlyList<Write> Of(ISymbol symbol) => _writes.TryGetValue(symbol, out var writes) ? writes : [];

    /// <summary>
    /// The expression whose value a local holds at a place: the only one that it is ever given, or the last one before the place when
    /// nothing but plain statements lies in between. Null when it cannot be told.
    /// </summary>
    public IOperation? DefinitionOf(ILocalReferenceOperation reference)
    {
        var writes = Of(reference.Local);
        if (writes.Count == 1 && writes[0] is { Kind: WriteKind.Assigned, Operation: IVariableDeclaratorOperation } only)
        {
            return only.Value;
        }

        var function = FunctionAround(reference);
        return writes.Count > 0 && writes.All(write => SymbolEqualityComparer.Default.Equals(write.Function, function))
            ? LastBefore(reference, writes)
            : null;
    }

    private static IMethodSymbol? FunctionAround(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
            }
        }

        return null;
    }

    private static IOperation? LastBefore(ILocalReferenceOperation reference, IReadOnlyList<Write> writes)
    {
        IOperation inner = reference;
        while (inner.Parent is { } outer and not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            var statements = outer switch
            {
                IBlockOperation block => block.Operations,
                ISwitchCaseOperation section => section.Body,
                _ => default,
            };
            if (!statements.IsDefault && statements.IndexOf(inner) is var place and >= 0)
            {
                for (var i = place - 1; i >= 0; i--)
                {
                    var inStatement = writes.Where(write => statements[i].Syntax.Span.Contains(write.Syntax.Span)).ToList();
                    if (inStatement.Count > 0)
                    {
                        return inStatement.Count == 1 && IsPlain(inStatement[0], statements[i]) ? inStatement[0].Value : null;
                    }
                }
            }
            else if (statements.IsDefault && !IsLeftBehind(outer, reference, writes))
            {
                return null;
            }

            inner = outer;
        }

        return null;
    }

    // Whether what is around the place on the way out has no other say in the value: a loop or a try that writes the local has.
    private static bool IsLeftBehind(IOperation outer, IOperation reference, IReadOnlyList<Write> writes) =>
        writes.All(write =>
            !outer.Syntax.Span.Contains(write.Syntax.Span)
            || (write.Operation is ISimpleAssignmentOperation or IVariableDeclaratorOperation
                && outer is not (ILoopOperation or ITryOperation or IConditionalOperation or ISwitchOperation)
                && write.Value is { } value
                && value.Syntax.Span.Contains(reference.Syntax.Span)));

    private static bool IsPlain(Write write, IOperation statement) =>
        write.Kind == WriteKind.Assigned
        && (write.Operation is IVariableDeclaratorOperation
            ? statement is IVariableDeclarationGroupOperation or IUsingDeclarationOperation
            : statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment } && assignment == write.Operation);

    private void Visit(IOperation operation, IMethodSymbol? function)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (operation)
        {
            case IForEachLoopOperation loop:
                Targets(loop.LoopControlVariable, WriteKind.Item, loop.LoopControlVariable, loop.Collection, function);
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Add(declarator.Symbol, WriteKind.Assigned, declarator, initializer.Value, function);
                if (declarator.Symbol.IsRef)
                {
                    Targets(initializer.Value, WriteKind.Derived, declarator, null, function);
                }

                break;
            case ISimpleAssignmentOperation assignment:
                Targets(assignment.Target, assignment.IsRef ? WriteKind.Derived : WriteKind.Assigned, assignment, assignment.Value, function);
                break;
            case IDeconstructionAssignmentOperation assignment:
                Targets(assignment.Target, WriteKind.Derived, assignment, assignment.Value, function);
                break;
            case ICoalesceAssignmentOperation assignment:
                Targets(assignment.Target, WriteKind.Derived, assignment, null, function);
                break;
            case ICompoundAssignmentOperation assignment:
                Targets(assignment.Target, WriteKind.Stepped, assignment, null, function);
                break;
            case IIncrementOrDecrementOperation step:
                Targets(step.Target, WriteKind.Stepped, step, null, function);
                break;
            case IAddressOfOperation address:
                Targets(address.Reference, WriteKind.Derived, address, null, function);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                Targets(argument.Value, WriteKind.Derived, argument, argument.Parent, function);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol } pattern:
                Add(symbol, WriteKind.Derived, pattern, TestedBy(pattern), function);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } symbol } pattern:
                Add(symbol, WriteKind.Derived, pattern, TestedBy(pattern), function);
                break;
            case IListPatternOperation { DeclaredSymbol: { } symbol } pattern:
                Add(symbol, WriteKind.Derived, pattern, TestedBy(pattern), function);
                break;
        }

        var inside = operation switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            ILocalFunctionOperation local => local.Symbol,
            _ => function,
        };
        foreach (var child in operation.ChildOperations)
        {
            Visit(child, inside);
        }
    }

    private void Targets(IOperation? target, WriteKind kind, IOperation operation, IOperation? value, IMethodSymbol? function)
    {
        switch (target)
        {
            case IVariableDeclaratorOperation declarator:
                Add(declarator.Symbol, kind, operation, value, function);
                break;
            case ILocalReferenceOperation local:
                Add(local.Local, kind, operation, value, function);
                break;
            case IParameterReferenceOperation parameter:
                Add(parameter.Parameter, kind, operation, value, function);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                Add(((IMemberReferenceOperation)target).Member, kind, operation, value, function);
                break;
            case IDeclarationExpressionOperation declaration:
                Targets(declaration.Expression, kind, operation, value, function);
                break;
            case IConversionOperation conversion:
                Targets(conversion.Operand, kind, operation, value, function);
                break;
            case IConditionalOperation { IsRef: true } either:
                // Either may be written: what it gets cannot be told of any one of them.
                Targets(either.WhenTrue, WriteKind.Derived, operation, value, function);
                Targets(either.WhenFalse, WriteKind.Derived, operation, value, function);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    // (i, label) = (i + 1, next) gives each what it is given; only the whole can be told.
                    Targets(element, kind == WriteKind.Item ? kind : WriteKind.Derived, operation, value, function);
                }

                break;
        }
    }

    private void Add(ISymbol symbol, WriteKind kind, IOperation operation, IOperation? value, IMethodSymbol? function)
    {
        if (!_writes.TryGetValue(symbol, out var writes))
        {
            _writes.Add(symbol, writes = []);
        }

        writes.Add(new Write(kind, operation, value, function));
    }

    private static IOperation? TestedBy(IOperation pattern)
    {
        for (var current = pattern.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IIsPatternOperation test:
                    return test.Value;
                case ISwitchExpressionOperation choice:
                    return choice.Value;
                case ISwitchOperation choice:
                    return choice.Value;
                case IBlockOperation:
                    return null;
            }
        }

        return null;
    }
}
