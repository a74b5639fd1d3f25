using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>Code that runs several times: a loop, or a lambda that another method calls again and again.</summary>
internal sealed class Repetition
{
    private Repetition(RepetitionKind kind, IOperation operation)
    {
        Kind = kind;
        Operation = operation;
    }

    public RepetitionKind Kind { get; }

    /// <summary>The loop, or the lambda.</summary>
    public IOperation Operation { get; }

    /// <summary>The repetitions that an operation stands in, the innermost first.</summary>
    public static IEnumerable<Repetition> Around(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation or IAnonymousFunctionOperation && Of(current) is { } repetition && repetition.Contains(operation.Syntax))
            {
                yield return repetition;
            }
        }
    }

    /// <summary>The repetition that a loop or a lambda is; null for a lambda that is not known to run more than once.</summary>
    public static Repetition? Of(IOperation operation) => operation switch
    {
        ILoopOperation => new Repetition(RepetitionKind.Loop, operation),
        IAnonymousFunctionOperation lambda when ReceivingCall(lambda) is { } call => RepeatingMethods.KindOf(call.TargetMethod) is { } kind
            ? new Repetition(kind, operation)
            : null,
        _ => null,
    };

    /// <summary>The call that a lambda is an argument of; null when it is none.</summary>
    public static IInvocationOperation? ReceivingCall(IAnonymousFunctionOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation { Parent: IInvocationOperation call } ? call : null;
    }

    /// <summary>Whether the code runs anew each time. The initializer of a <c>for</c> and the collection of a <c>foreach</c> do not.</summary>
    public bool Contains(SyntaxNode node) =>
        node.SyntaxTree == Operation.Syntax.SyntaxTree
        && Operation.Syntax.Span.Contains(node.Span)
        && Operation switch
        {
            IForLoopOperation loop => !loop.Before.Any(before => before.Syntax.Span.Contains(node.Span)),
            IForEachLoopOperation loop => !loop.Collection.Syntax.Span.Contains(node.Span),
            _ => true,
        };

    /// <summary>Whether the code decides, as a loop's condition, whether there is another time.</summary>
    public bool IsInCondition(SyntaxNode node)
    {
        var condition = Operation switch
        {
            IWhileLoopOperation loop => loop.Condition,
            IForLoopOperation loop => loop.Condition,
            _ => null,
        };
        return condition is not null && condition.Syntax.Span.Contains(node.Span);
    }
}
