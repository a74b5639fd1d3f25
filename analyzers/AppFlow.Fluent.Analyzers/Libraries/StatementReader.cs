using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Follows the statements of a body that creates or changes a request. Unsupported code makes the request unknown.</summary>
internal sealed class StatementReader
{
    private readonly RequestContent _self;
    private readonly List<(RequestContent State, bool IsSelf)> _results = [];
    private bool _isUnknown;

    public StatementReader(RequestLibrary library, RequestKind kind, RequestContent self, IMethodSymbol method, Reading reading)
    {
        _self = self;
        Expressions = new ExpressionReader(library, kind, self, method, reading);
    }

    public ExpressionReader Expressions { get; }

    /// <summary>The return values of the body; null if it cannot be read. A void body gives an empty list.</summary>
    public IReadOnlyList<(RequestContent State, bool IsSelf)>? ReadBody(IBlockOperation? body)
    {
        if (body is null)
        {
            return null;
        }

        Run(body);
        return _isUnknown ? null : _results;
    }

    // Whether execution continues after the statement.
    private bool Run(IOperation? statement)
    {
        switch (statement)
        {
            case null or IEmptyOperation or ILocalFunctionOperation:
                return true;
            case IBlockOperation block:
                return block.Operations.All(Run);
            case IExpressionStatementOperation expression:
                return RunExpression(expression.Operation);
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                {
                    Expressions.Declare(declarator.Symbol, declarator.Symbol.Type, declarator.GetVariableInitializer()?.Value);
                }

                return true;
            case IReturnOperation { ReturnedValue: { } value }:
                if (Unwrapped(value) is not IThrowOperation)
                {
                    Return(value);
                }

                return false;
            case IReturnOperation or IThrowOperation:
                return false;
            case IConditionalOperation condition:
                return RunCondition(condition);
            case ILockOperation { Body: var body }:
                return Run(body);
            case IForEachLoopOperation { Body: var body }:
                return RunRounds(body);
            default:
                _isUnknown = true;
                return false;
        }
    }

    private static IOperation Unwrapped(IOperation operation) => operation is IConversionOperation conversion ? Unwrapped(conversion.Operand) : operation;

    private bool RunExpression(IOperation expression)
    {
        if (expression is IThrowOperation)
        {
            return false;
        }

        // Only a call of the class's own methods on the request may have other effects on it.
        if (!Expressions.Run(expression))
        {
            _isUnknown = true;
        }

        return true;
    }

    private void Return(IOperation value)
    {
        if (Expressions.StateOf(value) is { } state)
        {
            _results.Add((ReferenceEquals(state, _self) ? state.Copy() : state, ReferenceEquals(state, _self)));
        }
        else
        {
            _isUnknown = true;
        }
    }

    // The loop may not run, so the fields set in it may be set.
    private bool RunRounds(IOperation body)
    {
        var before = Expressions.Snapshot();
        if (Run(body))
        {
            Expressions.MergeWith(before);
        }
        else
        {
            Expressions.Restore(before);
        }

        return true;
    }

    private bool RunCondition(IConditionalOperation condition)
    {
        var before = Expressions.Snapshot();
        var goesOnWhenTrue = Run(condition.WhenTrue);
        var whenTrue = Expressions.Snapshot();
        Expressions.Restore(before);
        var goesOnWhenFalse = Run(condition.WhenFalse);
        if (goesOnWhenTrue && goesOnWhenFalse)
        {
            Expressions.MergeWith(whenTrue);
        }
        else if (goesOnWhenTrue)
        {
            Expressions.Restore(whenTrue);
        }

        return goesOnWhenTrue || goesOnWhenFalse;
    }
}
