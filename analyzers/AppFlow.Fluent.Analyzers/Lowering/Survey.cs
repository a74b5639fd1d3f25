using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Facts about a whole body that lowering needs before the first statement: writes of variables, jumps, functions.</summary>
internal sealed class Survey(RequestLibrary library, CancellationToken cancellationToken)
{
    private readonly HashSet<SyntaxNode> _read = [];
    private readonly Dictionary<ISymbol, IOperation> _initializers = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _writes = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _writtenElsewhere = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILabelSymbol, int> _jumps = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _uses = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _called = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _escaped = new(SymbolEqualityComparer.Default);

    /// <summary>The local functions, and the lambdas in locals, by their symbol or the local's.</summary>
    public IReadOnlyDictionary<ISymbol, IOperation> Functions => _functions;

    /// <summary>Reads a body once.</summary>
    public void Read(IOperation root)
    {
        if (!_read.Add(root.Syntax))
        {
            return;
        }

        var later = new List<IOperation>();
        foreach (var operation in root.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var written in Writes.Of(operation))
            {
                _writes[written] = _writes.TryGetValue(written, out var count) ? count + 1 : 1;
            }

            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                    _initializers[declarator.Symbol] = value;
                    break;
                case ILocalFunctionOperation function:
                    _functions[function.Symbol] = function;
                    break;
                case IBranchOperation { BranchKind: BranchKind.GoTo } jump:
                    _jumps[jump.Target] = Math.Max(jump.Syntax.SpanStart, _jumps.TryGetValue(jump.Target, out var last) ? last : 0);
                    break;
                case IInvocationOperation { TargetMethod: var method }:
                    _called.Add(method.OriginalDefinition);
                    break;
                case ILocalReferenceOperation local:
                    later.Add(operation);
                    UsesOf(local.Local).Add(local);
                    break;
                case IAnonymousFunctionOperation or IMethodReferenceOperation:
                    later.Add(operation);
                    break;
            }
        }

        foreach (var (local, value) in _initializers.Select(pair => (pair.Key, pair.Value)))
        {
            if (_writes.TryGetValue(local, out var count) && count == 1 && Functional.LambdaOf(value) is { } lambda)
            {
                _functions[local] = lambda;
            }
        }

        foreach (var operation in later)
        {
            Follow(operation);
        }
    }

    /// <summary>The value of a local that is written once, at its declaration; null for any other.</summary>
    public IOperation? OnlyValueOf(ISymbol local) =>
        _initializers.TryGetValue(local, out var value) && _writes.TryGetValue(local, out var count) && count == 1 ? value : null;

    /// <summary>The uses of a local.</summary>
    public List<IOperation> UsesOf(ISymbol local)
    {
        if (!_uses.TryGetValue(local, out var uses))
        {
            uses = [];
            _uses.Add(local, uses);
        }

        return uses;
    }

    /// <summary>Whether a function calls itself by name.</summary>
    public bool CallsItself(IMethodSymbol function, IOperation code) => _called.Contains(function) && code.DescendantsAndSelf()
        .Any(operation => operation is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, function));

    /// <summary>Whether a function that runs at an unknown time writes the variable.</summary>
    public bool IsWrittenElsewhere(ISymbol symbol) => _writtenElsewhere.Contains(symbol);

    /// <summary>The position of the last jump to a label; -1 if there is none.</summary>
    public int LastJumpTo(ILabelSymbol label) => _jumps.TryGetValue(label, out var position) ? position : -1;

    /// <summary>The variables that the code assigns, including the functions that it calls.</summary>
    public IEnumerable<ISymbol> AssignedIn(IEnumerable<IOperation> parts)
    {
        var assigned = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IOperation>(parts);
        while (open.Count > 0)
        {
            foreach (var operation in open.Pop().DescendantsAndSelf())
            {
                cancellationToken.ThrowIfCancellationRequested();
                assigned.UnionWith(Writes.Of(operation));
                var called = operation switch
                {
                    IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call => (ISymbol)call.TargetMethod.OriginalDefinition,
                    IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference => reference.Method.OriginalDefinition,
                    ILocalReferenceOperation reference => reference.Local,
                    _ => null,
                };
                if (called is not null && _functions.TryGetValue(called, out var function) && seen.Add(called))
                {
                    open.Push(function);
                }
            }
        }

        return assigned;
    }

    /// <summary>Whether the code uses requests.</summary>
    public bool Concerns(IOperation code)
    {
        foreach (var operation in code.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((operation.Type is { SpecialType: SpecialType.None } type && library.KindOf(type) is not null)
                || (RequestLibrary.MayBeCall(operation) && library.CallOf(operation) is not null))
            {
                return true;
            }

            if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke or MethodKind.LocalFunction })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the collection certainly has items, by its initializer.</summary>
    public bool IsFilled(IOperation collection)
    {
        var unwrapped = collection.UnwrappedFunction();
        return unwrapped switch
        {
            IArrayCreationOperation { Initializer.ElementValues.Length: > 0 } => true,
            ICollectionExpressionOperation { Elements: var elements } => elements.Any(element => element is not ISpreadOperation),
            IObjectCreationOperation { Initializer.Initializers.Length: > 0, Initializer.Initializers: var items } => items.All(item => item is IInvocationOperation),
            IInvocationOperation { TargetMethod: { Name: "Range" or "Repeat", ContainingType: var type }, Arguments: { Length: 2 } arguments } =>
                Types.IsIn(type, "System", "Linq") && arguments[1].Value.ConstantValue is { HasValue: true, Value: int and > 0 },
            ILocalReferenceOperation { Type: IArrayTypeSymbol } local => OnlyValueOf(local.Local) is { } value && IsFilled(value),
            IFieldReferenceOperation { Field: { IsReadOnly: true, Type: IArrayTypeSymbol } field } => FilledFields.IsFilled(field, cancellationToken),
            _ => false,
        };
    }

    /// <summary>Whether the collection is a range of numbers, whose items count the iterations.</summary>
    public static bool IsRange(IOperation collection) =>
        collection.UnwrappedFunction() is IInvocationOperation { TargetMethod: { Name: "Range" or "Sequence" or "InfiniteSequence", ContainingType: var type } } && Types.IsIn(type, "System", "Linq");

    /// <summary>Whether the collection has exactly one item, by its initializer.</summary>
    public static bool HasOneItem(IOperation collection) => collection.UnwrappedFunction() switch
    {
        IArrayCreationOperation { Initializer.ElementValues.Length: 1 } => true,
        ICollectionExpressionOperation { Elements: { Length: 1 } elements } => elements[0] is not ISpreadOperation,
        _ => false,
    };

    public static bool IsExpressionTree(ITypeSymbol type) =>
        type.Name is "Expression" or "LambdaExpression" && Types.IsIn(type, "System", "Linq", "Expressions");

    private void Follow(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda when !RunsHere(lambda):
                Escape(lambda);
                break;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference when !RunsHere(reference):
                EscapeNamed(reference.Method.OriginalDefinition);
                break;
            case ILocalReferenceOperation reference when _functions.ContainsKey(reference.Local) && !IsInvoked(reference) && !RunsHere(reference):
                EscapeNamed(reference.Local);
                break;
        }
    }

    private void EscapeNamed(ISymbol symbol)
    {
        if (_escaped.Add(symbol) && _functions.TryGetValue(symbol, out var function))
        {
            Escape(function);
        }
    }

    private void Escape(IOperation function)
    {
        foreach (var symbol in AssignedIn([function]))
        {
            if (!symbol.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(declaration.Span)))
            {
                _writtenElsewhere.Add(symbol);
            }
        }
    }

    private static bool IsInvoked(IOperation reference) =>
        reference.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance == reference;

    // A function runs here if it is called by name, or passed to a method that runs it before it returns.
    private bool RunsHere(IOperation function)
    {
        return function.Outermost().Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => Repeaters.RunsAtOnce(call.TargetMethod),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => _functions.ContainsKey(declarator.Symbol),
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } => true,
            _ => false,
        };
    }
}
