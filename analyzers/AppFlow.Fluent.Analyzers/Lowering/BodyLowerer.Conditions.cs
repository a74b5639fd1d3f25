using AppFlow.Fluent.Rules.Steps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    /// <summary>Branches to one of two blocks by the condition; short circuits become separate branches.</summary>
    private void Condition(IOperation condition, Block whenTrue, Block whenFalse)
    {
        if (!Enter())
        {
            return;
        }

        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                Condition(parenthesized.Operand, whenTrue, whenFalse);
                break;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                Condition(not.Operand, whenFalse, whenTrue);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when _constants.Of(both) is null:
                var rest = _graph.NewBlock();
                Condition(both.LeftOperand, rest, whenFalse);
                _graph.Resume(rest);
                Condition(both.RightOperand, whenTrue, whenFalse);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when _constants.Of(either) is null:
                var other = _graph.NewBlock();
                Condition(either.LeftOperand, whenTrue, other);
                _graph.Resume(other);
                Condition(either.RightOperand, whenTrue, whenFalse);
                break;
            default:
                _graph.Branch(Value(condition), whenTrue, whenFalse);
                break;
        }
    }

    private void IfStatement(IConditionalOperation statement)
    {
        var (yes, no, end) = (_graph.NewBlock(), _graph.NewBlock(), _graph.NewBlock());
        Condition(statement.Condition, yes, no);
        _graph.Resume(yes);
        Statement(statement.WhenTrue);
        _graph.Continue(end);
        _graph.Resume(no);
        Statement(statement.WhenFalse);
        _graph.Continue(end);
    }
}
