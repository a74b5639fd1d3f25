using System.Runtime.CompilerServices;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>
/// Walks one body in execution order, and adds its steps to a <see cref="GraphBuilder"/>. An expression becomes a term; its effects become
/// steps before the one that reads the term.
/// </summary>
internal sealed partial class BodyLowerer
{
    // Limits copies of inlined functions and finally blocks; a body beyond it is not judged.
    private const int MaxOperations = 200_000;

    private readonly IOperation _root;
    private readonly RequestLibrary _library;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly GraphBuilder _graph = new();
    private readonly Survey _survey;
    private readonly Constants _constants = new();
    private readonly Dictionary<ISymbol, Variable> _variables = new(SymbolEqualityComparer.Default);
    private int _operations;

    public BodyLowerer(IOperation root, RequestLibrary library, Compilation compilation, CancellationToken cancellationToken)
    {
        _root = root;
        _library = library;
        _compilation = compilation;
        _cancellationToken = cancellationToken;
        _survey = new Survey(library, cancellationToken);
        _survey.Read(root);
        _stableMembers = new StableMembers(library, compilation);
        _computedProperties = new ComputedProperties(compilation);
        _frame = new Frame(new Variable(new object(), "this"));
    }

    /// <summary>The graph of the body; null if the body is too large.</summary>
    public StepGraph? Run()
    {
        var entry = _graph.Current;
        var main = _graph.NewBlock();
        _graph.Resume(main);
        var method = Functional.MethodOf(_root, _cancellationToken);
        if (method is not null)
        {
            _frame = new Frame(_frame.This) { Function = method };
            BeginFunction(method, _root);
        }

        Body(_root);
        _graph.Return();
        UncalledFunctions(entry, main);
        return _operations > MaxOperations ? null : _graph.Build();
    }

    private void Body(IOperation root)
    {
        switch (root)
        {
            case IConstructorBodyOperation constructor:
                Effects(constructor.Initializer);
                Statement(constructor.BlockBody ?? constructor.ExpressionBody);
                break;
            case IMethodBodyOperation method:
                Statement(method.BlockBody ?? method.ExpressionBody);
                break;
            case ISymbolInitializerOperation initializer:
                Keep(initializer.Value, Value(initializer.Value));
                break;
            default:
                Statement(root);
                break;
        }
    }

    // Whether the walk may continue with another operation.
    private bool Enter()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return ++_operations <= MaxOperations;
    }

    private void Add(Step step)
    {
        step.IsWithinQuestion = IsWithinQuestion(step);
        _graph.Add(step);
    }

    private Variable VariableOf(ISymbol symbol)
    {
        if (!_variables.TryGetValue(symbol, out var variable))
        {
            variable = new Variable(symbol, symbol.Name);
            _variables.Add(symbol, variable);
        }

        return variable;
    }

    private static Variable NewTemp() => new(new object(), "temp");

    private Root Make(SiteKind kind, IOperation? place, ClockGrain grain = ClockGrain.Fine)
    {
        var site = new Site(kind, place) { Grain = grain };
        Add(new MakeStep(site) { Place = place });
        return site.Value;
    }

    private Root Unknown(IOperation? place) => Make(SiteKind.Unknown, place);
}
