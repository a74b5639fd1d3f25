using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    private readonly Dictionary<ILabelSymbol, JumpTarget> _labels = new(SymbolEqualityComparer.Default);
    private readonly List<(IBlockOperation Body, int Handlers)> _finallys = [];
    private Frame _frame;

    private JumpTarget TargetHere(Block block) => new(block, _finallys.Count, _graph.HandlerDepth);

    private void BranchStatement(IBranchOperation branch)
    {
        if (_labels.TryGetValue(branch.Target, out var target))
        {
            Jump(target, branch);
        }
        else
        {
            // A missing label: incomplete code.
            _graph.Return();
        }
    }

    /// <summary>Jumps, and runs the <c>finally</c> blocks that are left on the way.</summary>
    private void Jump(JumpTarget target, IOperation? from) => Leave(target.Finallys, target.Handlers, () =>
    {
        if (target.Loop is { } loop && from is not null && from.Syntax.SpanStart > target.Position)
        {
            Add(new AgainStep(loop) { Place = from });
        }

        _graph.Jump(target.Block);
    });

    private void Leave(int finallys, int handlers, Action jump)
    {
        var left = new Stack<Handler>();
        var copies = new Stack<(IBlockOperation Body, int Handlers)>();
        while (_finallys.Count > finallys)
        {
            var last = _finallys[_finallys.Count - 1];
            _finallys.RemoveAt(_finallys.Count - 1);
            copies.Push(last);
            PopHandlers(last.Handlers, left);
            CopyOfFinally(last.Body);
        }

        PopHandlers(handlers, left);
        jump();
        while (left.Count > 0)
        {
            _graph.PushHandler(left.Pop());
        }

        while (copies.Count > 0)
        {
            _finallys.Add(copies.Pop());
        }
    }

    private void PopHandlers(int depth, Stack<Handler> popped)
    {
        while (_graph.HandlerDepth > depth && _graph.Handler is { } handler)
        {
            popped.Push(handler);
            _graph.PopHandler();
        }
    }

    private void ReturnStatement(IReturnOperation statement)
    {
        if (statement.Kind == OperationKind.YieldBreak)
        {
            ReturnFrom(_frame);
            return;
        }

        var value = statement.ReturnedValue is null ? null : Value(statement.ReturnedValue);
        if (statement.Kind == OperationKind.YieldReturn)
        {
            Keep(statement.ReturnedValue, value!);
            return;
        }

        if (_frame.Return is null)
        {
            if (value is not null)
            {
                Keep(statement.ReturnedValue, value);
            }
        }
        else if (_frame.Result is { } result)
        {
            Add(new AssignStep(result, value ?? Constant.Null));
        }

        ReturnFrom(_frame);
    }

    private void ReturnFrom(Frame frame)
    {
        if (frame.Return is { } target)
        {
            Jump(target, from: null);
        }
        else
        {
            Leave(finallys: 0, handlers: 0, _graph.Return);
        }
    }

    private Constant ThrowValue(IThrowOperation thrown)
    {
        Term? failure = null;
        if (thrown.Exception is null)
        {
            failure = _caught.Count > 0 ? _caught.Peek() : null;
        }
        else
        {
            var value = Value(thrown.Exception);
            failure = thrown.Exception?.Unwrapped() is IObjectCreationOperation ? null : value is Variable or Root { Site.Kind: SiteKind.Failure } ? value : null;
        }

        _graph.Throw(failure);
        return Constant.Null;
    }

    /// <summary>The labels of a block's statements: they can be jumped to from anywhere in the block.</summary>
    private void DeclareLabels(IEnumerable<IOperation> statements, IOperation block)
    {
        foreach (var statement in statements)
        {
            for (var current = statement; current is ILabeledOperation labeled; current = labeled.Operation)
            {
                var position = labeled.Syntax.SpanStart;
                _labels[labeled.Label] = new JumpTarget(_graph.NewBlock(), _finallys.Count, _graph.HandlerDepth)
                {
                    Position = position,
                    Loop = _survey.LastJumpTo(labeled.Label) > position ? LoopOf(labeled, "goto", block.ChildOperations.Where(child => child.Syntax.SpanStart >= position)) : null,
                };
            }
        }
    }

    private void LabeledStatement(ILabeledOperation labeled)
    {
        if (_labels.TryGetValue(labeled.Label, out var target))
        {
            _graph.Continue(target.Block);
            if (target.Loop is { } loop)
            {
                Add(new RoundStep(loop) { Place = labeled });
            }
        }

        Statement(labeled.Operation);
    }
}
