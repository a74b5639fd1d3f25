using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    private const int MaxCopies = 256;

    private readonly Stack<Term> _caught = new();
    private int _copies;

    private void TryStatement(ITryOperation statement)
    {
        if (statement.Finally is not { } last)
        {
            Guarded(statement);
            return;
        }

        var handler = new Handler(new Site(SiteKind.Failure, statement), _graph.NewBlock());
        _finallys.Add((last, _graph.HandlerDepth));
        _graph.PushHandler(handler);
        Guarded(statement);
        _graph.PopHandler();
        _finallys.RemoveAt(_finallys.Count - 1);
        Statement(last);
        var end = _graph.NewBlock();
        _graph.Continue(end);
        _graph.Resume(handler.First);
        CopyOfFinally(last);
        _graph.Throw(handler.Failure.Value);
        _graph.Resume(end);
    }

    // Nested finally blocks double with each level: beyond a limit, the copies are omitted.
    private void CopyOfFinally(IBlockOperation last)
    {
        if (++_copies <= MaxCopies)
        {
            Statement(last);
        }
    }

    private void Guarded(ITryOperation statement)
    {
        if (statement.Catches.Length == 0)
        {
            Statement(statement.Body);
            return;
        }

        var end = _graph.NewBlock();
        var handler = new Handler(new Site(SiteKind.Failure, statement), _graph.NewBlock());
        _graph.PushHandler(handler);
        Statement(statement.Body);
        _graph.PopHandler();
        _graph.Continue(end);
        _graph.Resume(handler.First);
        var failure = handler.Failure.Value;
        foreach (var clause in statement.Catches)
        {
            CatchClause(clause, failure, end);
        }

        _graph.Throw(failure);
        _graph.Resume(end);
    }

    private void CatchClause(ICatchClauseOperation clause, Term failure, Block end)
    {
        var (body, next) = (_graph.NewBlock(), _graph.NewBlock());
        _graph.Branch(FailureIs(clause.ExceptionType, failure), body, next);
        _graph.Resume(body);
        _caught.Push(failure);
        switch (clause.ExceptionDeclarationOrExpression)
        {
            case IVariableDeclaratorOperation declarator:
                Add(new AssignStep(VariableOf(declarator.Symbol), failure));
                break;
            case { } target:
                Assign(target, source: null, failure, clause);
                break;
        }

        if (clause.Filter is { } filter)
        {
            var handled = _graph.NewBlock();
            Condition(filter, handled, next);
            _graph.Resume(handled);
        }

        Statement(clause.Handler);
        _caught.Pop();
        _graph.Continue(end);
        _graph.Resume(next);
    }

    private static Term FailureIs(ITypeSymbol? type, Term failure) => type is null || Types.IsAnyException(type)
        ? Constant.True
        : TermFactory.Apply(new Function(FunctionKind.FailureIs, type), failure);
}
