using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    private int _pipelines;

    private Term? RepeatedCall(IInvocationOperation call, IMethodSymbol method)
    {
        var isPipeline = Repeaters.IsPipeline(method);
        if (!isPipeline && !Repeaters.RunsForEachItem(method))
        {
            return null;
        }

        if (!call.Arguments.Any(argument => CallableOf(argument.Value) is { } candidate && IsWorthRunning(candidate)))
        {
            return null;
        }

        var collection = call.Instance is null ? null : Value(call.Instance);
        var functions = new List<Callable>();
        Term? state = null;
        foreach (var argument in call.Arguments)
        {
            if (CallableOf(argument.Value) is { } candidate)
            {
                functions.Add(candidate);
            }
            else
            {
                var value = Value(argument.Value);
                collection ??= value;
                state = argument.Parameter?.Name == "state" ? value : state;
            }
        }

        Term result = Constant.Null;
        foreach (var function in functions)
        {
            if (!IsWorthRunning(function) || IsRunning(function.Symbol) is not null || !MayRun(function.Symbol))
            {
                continue;
            }

            if (isPipeline)
            {
                var retried = Pipelines.RetriedBy(call.Instance, _survey, _compilation, _cancellationToken);
                result = retried.Handled is { Count: 0 } ? RunOnce(function, call, state) : Retried(function, call, state, retried);
            }
            else
            {
                ForEachItem(function, call, collection);
            }
        }

        return isPipeline ? result : method.ReturnsVoid ? Constant.Null : Unknown(call);
    }

    // A lambda without requests and writes is irrelevant.
    private bool IsWorthRunning(Callable function) => _survey.Concerns(function.Operation) || _survey.AssignedIn([function.Operation]).Any();

    private Term RunOnce(Callable function, IOperation place, Term? state)
    {
        Parameters(function.Symbol, SiteKind.Unknown, place, state);
        var result = Run(function, place);
        return TaskMembers.IsTask(function.Symbol.ReturnType) ? Awaited(result, function.Operation) : result;
    }

    private void ForEachItem(Callable function, IInvocationOperation call, Term? collection)
    {
        var loop = LoopOf(function.Operation, "lambda", [function.Operation], function.Symbol.Parameters);
        var (head, exit) = (_graph.NewBlock(), _graph.NewBlock());
        var source = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        if (collection is null or Constant || source is null)
        {
            _graph.Branch(Unknown(call), head, exit);
        }
        else
        {
            _graph.Branch(IsFilled(collection, source) ? Constant.True : HasItems(collection, source), head, exit);
        }

        _graph.Resume(head);
        _loop = loop;
        Add(new RoundStep(loop) { Place = function.Operation });
        Parameters(function.Symbol, SiteKind.Item, function.Operation);
        var ends = _graph.NewBlock();
        if (function.Symbol.Parameters.Length > 0)
        {
            Filter(source, ValueOf(function.Symbol.OriginalDefinition.Parameters[0]), ends);
        }

        var result = Run(function, function.Operation);
        Kept(function, result);
        if (TaskMembers.IsTask(function.Symbol.ReturnType))
        {
            Awaited(result, function.Operation);
        }

        _graph.Continue(ends);
        var again = _graph.NewBlock();
        _graph.Branch(Unknown(call), again, exit);
        _graph.Resume(again);
        Again(loop, function.Operation, head);
        _graph.Resume(exit);
    }

    // A pipeline repeats its lambda after a failure, until it gives up.
    private Term Retried(Callable function, IInvocationOperation call, Term? state, RetriedFailures retried)
    {
        var loop = LoopOf(function.Operation, "pipeline", [function.Operation], function.Symbol.Parameters);
        var head = _graph.NewBlock();
        _loop = loop;
        BeginRound(loop, head);
        var handler = new Handler(new Site(SiteKind.Failure, call), _graph.NewBlock());
        _graph.PushHandler(handler);
        _pipelines++;
        Parameters(function.Symbol, SiteKind.Unknown, function.Operation, state);
        var result = Run(function, function.Operation);
        if (TaskMembers.IsTask(function.Symbol.ReturnType))
        {
            result = Awaited(result, function.Operation);
        }

        _pipelines--;
        _graph.PopHandler();
        var exit = _graph.NewBlock();
        _graph.Continue(exit);
        _graph.Resume(handler.First);
        var (again, givesUp) = (_graph.NewBlock(), _graph.NewBlock());
        if (retried.Handled is { } handled)
        {
            BranchOnFailure(handled, handler.Failure.Value, givesUp);
        }

        _graph.Branch(Unknown(call), again, givesUp);
        _graph.Resume(again);
        Again(loop, call, head);
        _graph.Resume(givesUp);
        _graph.Throw(handler.Failure.Value);
        _graph.Resume(exit);
        return result;
    }

    // Goes on with the failures that are handled, and elsewhere with the others.
    private void BranchOnFailure(IReadOnlyList<HandledFailure> handled, Term failure, Block otherwise)
    {
        var isHandled = _graph.NewBlock();
        foreach (var (type, filter) in handled)
        {
            var (fits, next) = (_graph.NewBlock(), _graph.NewBlock());
            _graph.Branch(FailureIs(type, failure), fits, next);
            _graph.Resume(fits);
            if (filter is null)
            {
                _graph.Continue(isHandled);
            }
            else if (CallableOf(filter) is { } function && function.Symbol.Parameters.Length == 1 && SingleValueOf(function) is { } condition && IsRunning(function.Symbol) is null)
            {
                _caught.Push(failure);
                Set(function.Symbol.OriginalDefinition.Parameters[0], failure);
                Condition(condition, isHandled, next);
                _caught.Pop();
            }
            else
            {
                _graph.Branch(Unknown(filter), isHandled, next);
            }

            _graph.Resume(next);
        }

        _graph.Continue(otherwise);
        _graph.Resume(isHandled);
    }

    /// <summary>
    /// A function as part of a query: two that compute the same from their parameters are equal. One with effects equals no other.
    /// </summary>
    private Term FunctionTerm(Callable function)
    {
        var before = _graph.Current;
        var scratch = _graph.NewBlock();
        _graph.Resume(scratch);
        var parameters = function.Symbol.OriginalDefinition.Parameters;
        for (var i = 0; i < parameters.Length; i++)
        {
            _variables[parameters[i]] = new Variable(("parameter", i), parameters[i].Name);
        }

        var value = SingleValueOf(function) is { } expression ? Value(expression) : null;
        var isPure = value is not null && _graph.Current == scratch && scratch.Steps.Count == 0;
        _graph.Resume(before);
        _graph.Drop(scratch);
        foreach (var parameter in parameters)
        {
            _variables.Remove(parameter);
        }

        return TermFactory.Apply(new Function(FunctionKind.Pure, isPure ? "lambda" : function.Symbol), isPure ? [value!] : []);
    }

    private static IOperation? SingleValueOf(Callable function) =>
        Functional.BodyOf(function.Operation) is IBlockOperation { Operations: { Length: 1 } only } && only[0] is IReturnOperation { ReturnedValue: { } value } ? value : null;
}
