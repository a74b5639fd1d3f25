using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    private void SwitchStatement(ISwitchOperation statement)
    {
        var value = Value(statement.Value);
        var exit = _graph.NewBlock();
        _labels[statement.ExitLabel] = TargetHere(exit);
        var bodies = statement.Cases.Select(_ => _graph.NewBlock()).ToList();
        Block? otherwise = null;

        // All labels first, because a section may jump to a later one.
        for (var i = 0; i < bodies.Count; i++)
        {
            foreach (var clause in statement.Cases[i].Clauses)
            {
                if (clause.Label is { } label)
                {
                    _labels[label] = TargetHere(bodies[i]);
                }

                if (clause is IDefaultCaseClauseOperation)
                {
                    otherwise = bodies[i];
                }
            }
        }

        for (var i = 0; i < bodies.Count; i++)
        {
            foreach (var clause in statement.Cases[i].Clauses)
            {
                Clause(clause, value, statement.Value, bodies[i]);
            }
        }

        _graph.Continue(otherwise ?? exit);
        for (var i = 0; i < bodies.Count; i++)
        {
            _graph.Resume(bodies[i]);
            DeclareLabels(statement.Cases[i].Body, statement.Cases[i]);
            foreach (var part in statement.Cases[i].Body)
            {
                Statement(part);
            }

            _graph.Continue(exit);
        }

        _graph.Resume(exit);
    }

    private void Clause(ICaseClauseOperation clause, Term value, IOperation source, Block body)
    {
        var next = _graph.NewBlock();
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                _graph.Branch(Equality(value, Value(single.Value)), body, next);
                break;
            case IPatternCaseClauseOperation { Guard: null } pattern:
                _graph.Branch(PatternCondition(pattern.Pattern, value, source), body, next);
                break;
            case IPatternCaseClauseOperation pattern:
                var guarded = _graph.NewBlock();
                _graph.Branch(PatternCondition(pattern.Pattern, value, source), guarded, next);
                _graph.Resume(guarded);
                Condition(pattern.Guard!, body, next);
                break;
            case IDefaultCaseClauseOperation:
                _graph.Current.GoTo(next);
                break;
            default:
                _graph.Branch(Unknown(clause), body, next);
                break;
        }

        _graph.Resume(next);
    }

    // Constant arms become one term, like those of a conditional expression.
    private Term? ConstantChoice(ISwitchExpressionOperation expression, Term value)
    {
        var arms = expression.Arms;
        if (arms.Length == 0 || arms[arms.Length - 1].Pattern is not IDiscardPatternOperation
            || !arms.All(arm => arm is { Guard: null, Pattern: IConstantPatternOperation or IRelationalPatternOperation or IBinaryPatternOperation or IDiscardPatternOperation }
                && _constants.Of(arm.Value) is not null))
        {
            return null;
        }

        var choice = Value(arms[arms.Length - 1].Value);
        for (var i = arms.Length - 2; i >= 0; i--)
        {
            choice = TermFactory.Choice(PatternCondition(arms[i].Pattern, value, expression.Value), Value(arms[i].Value), choice);
        }

        return choice;
    }

    private Term SwitchExpressionValue(ISwitchExpressionOperation expression)
    {
        var value = Value(expression.Value);
        if (ConstantChoice(expression, value) is { } choice)
        {
            return choice;
        }

        var temp = NewTemp();
        var end = _graph.NewBlock();
        var isComplete = false;
        foreach (var arm in expression.Arms)
        {
            var (body, next) = (_graph.NewBlock(), _graph.NewBlock());
            var condition = PatternCondition(arm.Pattern, value, expression.Value);
            isComplete |= arm.Guard is null && condition.Equals(Constant.True);
            if (arm.Guard is null)
            {
                _graph.Branch(condition, body, next);
            }
            else
            {
                var guarded = _graph.NewBlock();
                _graph.Branch(condition, guarded, next);
                _graph.Resume(guarded);
                Condition(arm.Guard, body, next);
            }

            _graph.Resume(body);
            Add(new AssignStep(temp, Value(arm.Value)));
            _graph.Continue(end);
            _graph.Resume(next);
        }

        // If no arm matches, the expression throws.
        if (!isComplete)
        {
            _graph.Throw(null);
        }

        _graph.Resume(end);
        return temp;
    }
}
