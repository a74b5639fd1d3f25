using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    private const int MaxInlinings = 64;
    private const int MaxDepth = 3;

    private readonly Dictionary<ISymbol, Callable> _bound = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _lowered = new(SymbolEqualityComparer.Default);
    private readonly HashSet<Variable> _results = [];
    private readonly HashSet<Site> _filled = [];
    private int _inlinings;

    /// <summary>The function of an expression, if its code is available.</summary>
    private Callable? CallableOf(IOperation? operation)
    {
        switch (operation?.UnwrappedFunction())
        {
            case IAnonymousFunctionOperation lambda:
                return new Callable(lambda, lambda.Symbol, _frame.This);
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function }:
                return Named(function.OriginalDefinition, function);
            case ILocalReferenceOperation local:
                return _bound.TryGetValue(local.Local, out var held) ? held : Named(local.Local, symbol: null);
            case IParameterReferenceOperation parameter:
                return _bound.TryGetValue(parameter.Parameter, out var bound) ? bound : null;
            default:
                return null;
        }
    }

    private Callable? Named(ISymbol name, IMethodSymbol? symbol) =>
        _survey.Functions.TryGetValue(name, out var code) && (symbol ?? Functional.SymbolOf(code)) is { } function ? new Callable(code, function, _frame.This) : null;

    // A lambda in a local is lowered where it is called.
    private bool IsNamedFunction(ISymbol local, IOperation initializer)
    {
        if (CallableOf(initializer) is { } function)
        {
            _bound[local] = function;
            return _survey.Functions.ContainsKey(local);
        }

        return false;
    }

    private Term FunctionCall(IInvocationOperation call) =>
        Named(call.TargetMethod.OriginalDefinition, call.TargetMethod) is { } function ? Called(function, call) : UnknownCall(call, call.TargetMethod);

    private Term DelegateCall(IInvocationOperation call) => CallableOf(call.Instance) is { } function ? Called(function, call) : DelegateUnknown(call);

    private Term Called(Callable function, IInvocationOperation call)
    {
        var parameters = function.Symbol.OriginalDefinition.Parameters;
        if (IsRunning(function.Symbol) is { } running)
        {
            return running.Start is { } start && running == _frame && TailCalls.IsTail(call) ? Again(running, start, parameters, call) : UnknownCall(call, call.TargetMethod);
        }

        if (!MayRun(function.Symbol) || Functional.BodyOf(function.Operation) is null)
        {
            return UnknownCall(call, call.TargetMethod);
        }

        Bind(parameters, call.Arguments);
        return Run(function, call);
    }

    // The first copy of a function is free; each further one counts against the limit.
    private bool MayRun(IMethodSymbol function) => !_lowered.Contains(function.OriginalDefinition) || ++_inlinings <= MaxInlinings;

    private Frame? IsRunning(IMethodSymbol function)
    {
        for (var frame = _frame; frame is not null; frame = frame.Outer)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Function, function.OriginalDefinition))
            {
                return frame;
            }
        }

        return null;
    }

    // A function that ends with a call of itself is a loop.
    private Constant Again(Frame frame, JumpTarget start, IReadOnlyList<IParameterSymbol> parameters, IInvocationOperation call)
    {
        Bind(parameters, call.Arguments);
        Leave(start.Finallys, start.Handlers, () =>
        {
            Add(new AgainStep(frame.Recursion!) { Place = call });
            _graph.Jump(start.Block);
        });
        return Constant.Null;
    }

    private void Bind(IReadOnlyList<IParameterSymbol> parameters, IEnumerable<IArgumentOperation> arguments)
    {
        // All arguments are read before any parameter is written, because a recursive call may swap them.
        var assigned = new List<(IParameterSymbol Parameter, Term Value)>();
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } of || of.Ordinal >= parameters.Count)
            {
                continue;
            }

            var parameter = parameters[of.Ordinal];
            if (CallableOf(argument.Value) is { } function)
            {
                _bound[parameter] = function;
            }
            else if (argument.Parameter.RefKind == RefKind.Out)
            {
                _references.Add((parameter, argument.Value));
            }
            else
            {
                assigned.Add((parameter, Value(argument.Value)));
                _bound.Remove(parameter);
                if (argument.Parameter.RefKind == RefKind.Ref)
                {
                    _references.Add((parameter, argument.Value));
                }
            }
        }

        var isPlain = assigned.Count == 1 || assigned.All(pair => !pair.Value.Contains(part => part is Variable variable && assigned.Any(other => Equals(other.Parameter, variable.Symbol))));
        if (!isPlain)
        {
            assigned = [.. assigned.Select(pair =>
            {
                var temp = NewTemp();
                Add(new AssignStep(temp, pair.Value));
                return (pair.Parameter, (Term)temp);
            })];
        }

        foreach (var (parameter, value) in assigned)
        {
            Set(parameter, value);
        }
    }

    private readonly List<(IParameterSymbol Parameter, IOperation Target)> _references = [];

    /// <summary>Inlines a function's code, with its parameters already bound; the value is its result.</summary>
    private Term Run(Callable function, IOperation place) => Run(function.Symbol.OriginalDefinition, function.Operation, function.Receiver, place);

    private Term Run(IMethodSymbol symbol, IOperation function, Term receiver, IOperation place)
    {
        var body = Functional.BodyOf(function);
        if (body is null)
        {
            return Unknown(place);
        }

        _lowered.Add(symbol);
        var references = _references.ToList();
        _references.Clear();
        var returnsValue = !symbol.ReturnsVoid && !(symbol.IsAsync && symbol.ReturnType is INamedTypeSymbol { TypeArguments.Length: 0 });
        var result = returnsValue ? NewTemp() : null;
        if (result is not null && symbol.IsAsync)
        {
            _results.Add(result);
        }

        var end = _graph.NewBlock();
        _frame = new Frame(receiver) { Outer = _frame, Function = symbol, Return = TargetHere(end), Result = result };
        BeginFunction(symbol, function);
        Statement(body);
        _graph.Continue(end);
        _frame = _frame.Outer;
        foreach (var (parameter, target) in references)
        {
            Assign(target, source: null, ValueOf(parameter), place);
        }

        return result is not null ? result : symbol.IsAsync && place.Parent is not (IAwaitOperation or IExpressionStatementOperation) ? Unknown(place) : Constant.Null;
    }

    // The block that a recursive call jumps back to.
    private void BeginFunction(IMethodSymbol symbol, IOperation function)
    {
        if (_survey.CallsItself(symbol, function))
        {
            var loop = LoopOf(function, symbol.Name, [function], symbol.Parameters);
            var start = _graph.NewBlock();
            _frame.Recursion = loop;
            _frame.Start = TargetHere(start);
            BeginRound(loop, start);
        }
    }

    private Root DelegateUnknown(IInvocationOperation call)
    {
        Effects(call.Instance);
        var values = new List<Term>();
        foreach (var argument in call.Arguments)
        {
            var value = Value(argument.Value);
            Keep(argument.Value, value);
            if (value is not Constant && MayBeChanged(argument.Value.Type))
            {
                values.Add(value);
            }
        }

        Add(new CallStep { MayChange = values, MayWriteAnyMember = true, Place = call });
        return Unknown(call);
    }

    // A method of this compilation that gets a function runs it here, inside its own loops and handlers.
    private Term? InlinedCall(IInvocationOperation call, IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(_frame.Function, definition) && _frame.Start is { } start && TailCalls.IsTail(call))
        {
            return Again(_frame, start, definition.Parameters, call);
        }

        if (Depth() > MaxDepth || IsRunning(definition) is not null || method.IsVirtual || method.IsAbstract
            || !call.Arguments.Any(argument => CallableOf(argument.Value) is { } function && _survey.Concerns(function.Operation))
            || !Sources.IsIn(_compilation, definition))
        {
            return null;
        }

        if (Sources.BodyOf(_compilation, definition, _cancellationToken) is not { } body || !MayRun(definition))
        {
            return null;
        }

        _survey.Read(body);
        var receiver = call.Instance is null ? _frame.This : Value(call.Instance);
        Bind(definition.Parameters, call.Arguments);
        var result = Run(definition, body, receiver, call);

        // A function that the method does not run itself may be stored.
        foreach (var argument in call.Arguments)
        {
            if (CallableOf(argument.Value) is { } kept && !_lowered.Contains(kept.Symbol.OriginalDefinition))
            {
                Stored(kept, argument);
            }
        }

        // A request that a method returns is unknown, whatever its body does.
        if (call.Type is { } type && _library.KindOf(type) is not null)
        {
            Keep(call, result);
            return Unknown(call);
        }

        return result;
    }

    private int Depth()
    {
        var depth = 0;
        for (var frame = _frame.Outer; frame is not null; frame = frame.Outer)
        {
            depth++;
        }

        return depth;
    }

    private Term DelegateValue(IDelegateCreationOperation creation) => Value(creation.Target);

    private Root MethodGroupValue(IMethodReferenceOperation reference)
    {
        if (reference.Method.MethodKind == MethodKind.LocalFunction && Named(reference.Method.OriginalDefinition, reference.Method) is { } function)
        {
            return Stored(function, reference);
        }

        Effects(reference.Instance);
        return Unknown(reference);
    }

    private Root StoredLambda(IAnonymousFunctionOperation lambda) => Stored(new Callable(lambda, lambda.Symbol, _frame.This), lambda);

    // A stored function: it may run at an unknown time, with unknown parameters.
    private Root Stored(Callable function, IOperation place)
    {
        if (IsRunning(function.Symbol) is null && _survey.Concerns(function.Operation) && MayRun(function.Symbol))
        {
            var (runs, end) = (_graph.NewBlock(), _graph.NewBlock());
            _graph.Branch(Unknown(place), runs, end);
            _graph.Resume(runs);
            Parameters(function.Symbol, SiteKind.Unknown, place);
            Kept(function, Run(function, place));
            _graph.Continue(end);
        }

        return Unknown(place);
    }

    // A pipeline passes a state to its lambda unchanged.
    private void Parameters(IMethodSymbol function, SiteKind kind, IOperation place, Term? state = null)
    {
        foreach (var parameter in function.OriginalDefinition.Parameters)
        {
            _bound.Remove(parameter);
            var isItem = parameter.Type.Name is not ("CancellationToken" or "ParallelLoopState" or "ResilienceContext");
            Set(parameter, isItem && state is not null ? state : Make(isItem ? kind : SiteKind.Unknown, place));
        }
    }

    // The return value of a function goes to other code.
    private void Kept(Callable function, Term result)
    {
        var type = function.Symbol.ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } generic && TaskMembersOf(generic) ? arguments[0] : function.Symbol.ReturnType;
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            KeepParts(tuple, result, function.Operation);
        }
        else if (_library.KindOf(type) is { } kind && result is not Constant)
        {
            Add(new EscapeStep(result) { MayChange = kind.IsMutable, Place = function.Operation });
        }
    }

    private static bool TaskMembersOf(ITypeSymbol type) => Known.TaskMembers.IsTask(type);

    // Uncalled functions are judged too, with unknown parameters.
    private void UncalledFunctions(Block entry, Block main)
    {
        foreach (var pair in _survey.Functions.ToList())
        {
            if (Functional.SymbolOf(pair.Value) is not { } symbol || !_root.Syntax.Span.Contains(pair.Value.Syntax.Span) || pair.Value.Syntax.SyntaxTree != _root.Syntax.SyntaxTree || !_lowered.Add(symbol.OriginalDefinition))
            {
                continue;
            }

            var (runs, next) = (_graph.NewBlock(), _graph.NewBlock());
            _graph.Resume(entry);
            _graph.Branch(Unknown(pair.Value), runs, next);
            _graph.Resume(runs);
            Parameters(symbol, SiteKind.Unknown, pair.Value);
            var function = new Callable(pair.Value, symbol, _frame.This);
            Kept(function, Run(function, pair.Value));
            _graph.Return();
            entry = next;
        }

        _graph.Resume(entry);
        _graph.Continue(main);
    }
}
