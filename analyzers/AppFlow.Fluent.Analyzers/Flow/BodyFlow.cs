using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>Runs the flow over a body, its lambdas and its local functions, and gathers what reaches each send.</summary>
internal static class BodyFlow
{
    public static IReadOnlyCollection<SendObservation> Sends(
        IOperation body,
        Func<IOperation, ControlFlowGraph> graphOf,
        FluentModel model,
        CancellationToken cancellationToken)
    {
        if (!HasGraph(body))
        {
            return [];
        }

        var run = new Run(body, model, cancellationToken);
        run.Body(graphOf(body));
        return run.Observations;
    }

    /// <summary>Whether a block of an operation block action is code with a graph, and not an attribute. Top-level statements are a method body.</summary>
    public static bool HasGraph(IOperation body) => body.Kind
        is OperationKind.Block
        or OperationKind.MethodBody
        or OperationKind.ConstructorBody
        or OperationKind.FieldInitializer
        or OperationKind.PropertyInitializer
        or OperationKind.ParameterInitializer;

    private sealed class Run
    {
        private readonly FluentModel _model;
        private readonly CancellationToken _cancellationToken;
        private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
        private readonly HashSet<IMethodSymbol> _openFunctions = new(SymbolEqualityComparer.Default);
        private readonly Dictionary<IMethodSymbol, List<IReadOnlyDictionary<IParameterSymbol, RequestValue?>>> _localCalls = new(SymbolEqualityComparer.Default);
        private readonly Dictionary<SyntaxNode, SendObservation> _observations = new();
        private bool _isGivenUp;

        public Run(IOperation body, FluentModel model, CancellationToken cancellationToken)
        {
            _model = model;
            _cancellationToken = cancellationToken;
            FindCaptures(body, within: null);
        }

        public IReadOnlyCollection<SendObservation> Observations => _isGivenUp ? [] : _observations.Values;

        public void Body(ControlFlowGraph graph) => Analyze(graph, World.Empty);

        private void Analyze(ControlFlowGraph graph, World entry)
        {
            var transfer = new RequestTransfer(_model, symbol => !_captured.Contains(symbol), OnSend, OnLocalCall);
            _isGivenUp |= !new RequestFlow(graph, transfer, _cancellationToken).Run(entry);

            foreach (var lambda in LambdasOf(graph))
            {
                Analyze(graph.GetAnonymousFunctionControlFlowGraph(lambda, _cancellationToken), World.Empty);
            }

            // After what is around it: a local function is followed with the values that its calls gave.
            foreach (var function in graph.LocalFunctions)
            {
                Analyze(graph.GetLocalFunctionControlFlowGraph(function, _cancellationToken), Entry(function));
            }
        }

        private World Entry(IMethodSymbol function)
        {
            var world = World.Empty;
            if (_openFunctions.Contains(function) || !_localCalls.TryGetValue(function, out var calls))
            {
                return world;
            }

            foreach (var parameter in function.Parameters)
            {
                var values = calls.Select(call => call.TryGetValue(parameter, out var value) ? value : null).ToList();
                if (values.Aggregate(RequestValue.Blur) is { } blurred)
                {
                    // Two calls that give different requests are two paths to the send, each one a real one.
                    world = world.Assign(parameter, new RequestValue(blurred.Request, blurred.Set, blurred.MaybeSet, isBlurred: false));
                }
            }

            return world;
        }

        private void OnSend(RequestCall send, RequestValue? value)
        {
            if (!_observations.TryGetValue(send.Operation.Syntax, out var observation))
            {
                _observations.Add(send.Operation.Syntax, observation = new SendObservation(send));
            }

            observation.Observe(value);
        }

        private void OnLocalCall(IInvocationOperation call, IReadOnlyDictionary<IParameterSymbol, RequestValue?> given)
        {
            if (!_localCalls.TryGetValue(call.TargetMethod.OriginalDefinition, out var calls))
            {
                _localCalls.Add(call.TargetMethod.OriginalDefinition, calls = []);
            }

            calls.Add(given);
        }

        // Locals that a lambda or local function shares with the body around it can change at any time; a local function that is made
        // a delegate, or called from within another function, can be given anything.
        private void FindCaptures(IOperation operation, IMethodSymbol? within)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            switch (operation)
            {
                case ILocalReferenceOperation local when !SymbolEqualityComparer.Default.Equals(local.Local.ContainingSymbol, within) && within is not null:
                    _captured.Add(local.Local);
                    break;
                case IParameterReferenceOperation parameter when !SymbolEqualityComparer.Default.Equals(parameter.Parameter.ContainingSymbol, within) && within is not null:
                    _captured.Add(parameter.Parameter);
                    break;
                case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference:
                    _openFunctions.Add(reference.Method.OriginalDefinition);
                    break;
                case IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call when within is not null:
                    _openFunctions.Add(call.TargetMethod.OriginalDefinition);
                    break;
            }

            var inside = operation switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation function => function.Symbol,
                _ => within,
            };
            foreach (var child in operation.ChildOperations)
            {
                FindCaptures(child, inside);
            }
        }

        private static IEnumerable<IFlowAnonymousFunctionOperation> LambdasOf(ControlFlowGraph graph) =>
            graph.Blocks
                .SelectMany(block => block.BranchValue is null ? block.Operations : block.Operations.Add(block.BranchValue))
                .SelectMany(DescendantsAndSelf)
                .OfType<IFlowAnonymousFunctionOperation>();

        private static IEnumerable<IOperation> DescendantsAndSelf(IOperation operation)
        {
            yield return operation;
            foreach (var child in operation.ChildOperations)
            {
                foreach (var descendant in DescendantsAndSelf(child))
                {
                    yield return descendant;
                }
            }
        }
    }
}
