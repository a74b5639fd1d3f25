using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    private readonly Stack<Term> _accessed = new();

    private Term BinaryValue(IBinaryOperation binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd:
            case BinaryOperatorKind.ConditionalOr:
                return ShortCircuit(binary, binary.OperatorKind == BinaryOperatorKind.ConditionalAnd);
            case BinaryOperatorKind.Add when binary.Type?.SpecialType == SpecialType.System_String:
                return Concatenation(binary);
        }

        var left = Value(binary.LeftOperand);
        var right = Value(binary.RightOperand);
        if (binary.OperatorMethod is { } method && Sources.IsIn(_compilation, method) && binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
        {
            return Unknown(binary);
        }

        return Binary(binary.OperatorKind, left, right, binary.Type?.SpecialType == SpecialType.System_Boolean);
    }

    private static Term Binary(BinaryOperatorKind kind, Term left, Term right, bool isTruth) => kind switch
    {
        BinaryOperatorKind.Equals => Equality(left, right),
        BinaryOperatorKind.NotEquals => TermFactory.Not(Equality(left, right)),
        BinaryOperatorKind.LessThan => TermFactory.Less(left, right),
        BinaryOperatorKind.LessThanOrEqual => TermFactory.LessOrEqual(left, right),
        BinaryOperatorKind.GreaterThan => TermFactory.Less(right, left),
        BinaryOperatorKind.GreaterThanOrEqual => TermFactory.LessOrEqual(right, left),
        BinaryOperatorKind.And when isTruth => TermFactory.And(left, right),
        BinaryOperatorKind.Or when isTruth => TermFactory.Or(left, right),
        BinaryOperatorKind.ExclusiveOr when isTruth => TermFactory.Not(TermFactory.Equal(left, right)),
        _ => TermFactory.Apply(OperatorOf(kind), left, right),
    };

    private static Function OperatorOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => new Function(FunctionKind.Pure, Arithmetic.Add),
        BinaryOperatorKind.Subtract => new Function(FunctionKind.Pure, Arithmetic.Subtract),
        BinaryOperatorKind.And => new Function(FunctionKind.Pure, Arithmetic.And),
        BinaryOperatorKind.Or => new Function(FunctionKind.Pure, Arithmetic.Or),
        _ => new Function(FunctionKind.Pure, kind),
    };

    // There are several equivalent ways to read the state of a task.
    private static Term Equality(Term left, Term right)
    {
        if (left is Constant)
        {
            (left, right) = (right, left);
        }

        return (left, right) switch
        {
            (Apply { Function.Symbol: IPropertySymbol { Name: "Exception" } property } read, Constant { Value: null }) when TaskMembers.IsTask(property.ContainingType)
                => TermFactory.Not(TermFactory.Apply(Function.Failed, read.Operands[0])),
            (Apply { Function.Symbol: IPropertySymbol { Name: "Status" } property } read, Constant { Value: int status }) when TaskMembers.IsTask(property.ContainingType)
                => TaskMembers.StateOf(status) is { } state ? TermFactory.Apply(state, read.Operands[0]) : TermFactory.Equal(left, right),
            (Apply { Function.Symbol: IPropertySymbol { Name: "ErrorCode" } property } read, Constant { Value: string code }) when Types.IsException(property.ContainingType)
                => TermFactory.Apply(new Function(FunctionKind.FailureIs, FailureTests.ErrorCode(code)), read.Operands[0]),
            _ => TermFactory.Equal(left, right),
        };
    }

    private Term TupleComparison(ITupleBinaryOperation tuple)
    {
        var left = Value(tuple.LeftOperand);
        var right = Value(tuple.RightOperand);
        var equal = left is Apply { Function.Kind: FunctionKind.Tuple } && right is Apply { Function.Kind: FunctionKind.Tuple } && left.Operands.Count == right.Operands.Count
            ? TermFactory.And([.. left.Operands.Zip(right.Operands, Equality)])
            : TermFactory.Equal(left, right);
        return tuple.OperatorKind == BinaryOperatorKind.NotEquals ? TermFactory.Not(equal) : equal;
    }

    private Term UnaryValue(IUnaryOperation unary)
    {
        var operand = Value(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Not when unary.Type?.SpecialType == SpecialType.System_Boolean => TermFactory.Not(operand),
            UnaryOperatorKind.Plus => operand,
            _ => TermFactory.Apply(new Function(FunctionKind.Pure, unary.OperatorKind), operand),
        };
    }

    // The right side runs only on one branch: if it has effects, the graph branches; otherwise it is part of a term.
    private Term ShortCircuit(IBinaryOperation binary, bool isAnd)
    {
        var left = Value(binary.LeftOperand);
        return Lazily(left, goesOn: isAnd, () => Value(binary.RightOperand), right => isAnd ? TermFactory.And(left, right) : TermFactory.Or(left, right), Constant.Of(!isAnd));
    }

    /// <summary>Lowers code that runs only for one value of the condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="goesOn">The value of the condition for which the rest runs.</param>
    /// <param name="rest">Lowers the rest.</param>
    /// <param name="joined">The whole term, if the rest has no effects.</param>
    /// <param name="otherwise">The whole term if the rest does not run.</param>
    /// <param name="branches">Whether the graph branches in any case.</param>
    private Term Lazily(Term condition, bool goesOn, Func<Term> rest, Func<Term, Term> joined, Term otherwise, bool branches = false)
    {
        var before = _graph.Current;
        var runs = _graph.NewBlock();
        _graph.Resume(runs);
        var value = rest();
        if (!branches && _graph.Current == runs && runs.Steps.Count == 0)
        {
            _graph.Resume(before);
            _graph.Drop(runs);
            return joined(value);
        }

        var temp = NewTemp();
        Add(new AssignStep(temp, value));
        var end = _graph.NewBlock();
        _graph.Continue(end);
        _graph.Resume(before);
        var passes = _graph.NewBlock();
        _graph.Branch(condition, goesOn ? runs : passes, goesOn ? passes : runs);
        _graph.Resume(passes);
        Add(new AssignStep(temp, otherwise));
        _graph.Continue(end);
        return temp;
    }

    private Term ConditionalValue(IConditionalOperation conditional)
    {
        if (conditional.WhenFalse is null || conditional.Type is null)
        {
            IfStatement(conditional);
            return Constant.Null;
        }

        if (Constants.TruthOf(conditional.Condition) is { } truth)
        {
            return Value(truth ? conditional.WhenTrue : conditional.WhenFalse);
        }

        var condition = Value(conditional.Condition);
        var before = _graph.Current;
        var (yes, no) = (_graph.NewBlock(), _graph.NewBlock());
        _graph.Resume(yes);
        var whenTrue = Value(conditional.WhenTrue);
        var yesEnd = _graph.Current;
        _graph.Resume(no);
        var whenFalse = Value(conditional.WhenFalse);
        var noEnd = _graph.Current;
        if (!Branches(conditional.Type) && yesEnd == yes && noEnd == no && yes.Steps.Count == 0 && no.Steps.Count == 0)
        {
            _graph.Resume(before);
            _graph.Drop(no);
            _graph.Drop(yes);
            return TermFactory.Choice(condition, whenTrue, whenFalse);
        }

        var temp = NewTemp();
        Add(new AssignStep(temp, whenFalse));
        _graph.Resume(yesEnd);
        Add(new AssignStep(temp, whenTrue));
        _graph.Resume(before);
        _graph.Branch(condition, yes, no);
        Join(yesEnd, noEnd);
        return temp;
    }

    // The engine tracks requests, tasks and clients along paths, not inside a term.
    private bool Branches(ITypeSymbol? type) =>
        type is not null && (_library.KindOf(type) is not null || TaskMembers.IsTask(type) || _library.IsOfLibrary(type)
            || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(element => Branches(element.Type))));

    private void Join(Block one, Block other)
    {
        var end = _graph.NewBlock();
        one.GoTo(end);
        other.GoTo(end);
        _graph.Resume(end);
    }

    private Term CoalesceValue(ICoalesceOperation coalesce)
    {
        var value = Value(coalesce.Value);
        if (value is Constant { Value: not null })
        {
            return value;
        }

        var isNull = Equality(value, Constant.Null);
        return Lazily(isNull, goesOn: true, () => Value(coalesce.WhenNull), other => TermFactory.Choice(isNull, other, value), value, Branches(coalesce.Type));
    }

    private Variable CoalesceAssignment(ICoalesceAssignmentOperation coalesce)
    {
        var value = Value(coalesce.Target);
        var isNull = Equality(value, Constant.Null);
        var temp = NewTemp();
        Add(new AssignStep(temp, value));
        var (writes, end) = (_graph.NewBlock(), _graph.NewBlock());
        _graph.Branch(isNull, writes, end);
        _graph.Resume(writes);
        Term other;
        if (_library.CallOf(coalesce) is { Kind: RequestCallKind.Wrapper } call)
        {
            other = Request(call);
        }
        else
        {
            other = Value(coalesce.Value);
            Assign(coalesce.Target, coalesce.Value, other, coalesce);
        }

        Add(new AssignStep(temp, other));
        _graph.Continue(end);
        return temp;
    }

    private Term ConditionalAccessValue(IConditionalAccessOperation access)
    {
        var receiver = Value(access.Operation);
        var isNull = Equality(receiver, Constant.Null);
        return Lazily(
            isNull,
            goesOn: false,
            () =>
            {
                _accessed.Push(receiver);
                var value = Value(access.WhenNotNull);
                _accessed.Pop();
                return value;
            },
            value => TermFactory.Choice(isNull, Constant.Null, value),
            Constant.Null);
    }
}
