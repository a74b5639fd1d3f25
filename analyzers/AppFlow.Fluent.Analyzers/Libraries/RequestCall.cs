using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What one operation of a body does with a request.</summary>
internal sealed class RequestCall(
    RequestCallKind kind,
    RequestKind? request,
    IOperation operation,
    ISymbol target,
    IReadOnlyList<RequestFieldSet> allSets,
    RequestShape? wrapperShape = null)
{
    private IReadOnlyList<RequestFieldSet>? _sets;

    public RequestCallKind Kind { get; } = kind;

    /// <summary>The request's kind; null for a wrapper that is no request.</summary>
    public RequestKind? Request { get; } = request;

    /// <summary>The request's shape, or the one that a wrapper's other arguments make up.</summary>
    public RequestShape Shape => wrapperShape ?? Request!.Shape;

    /// <summary>Whether it has to do with a request of the AWS SDK, or with an object that is part of one.</summary>
    public bool IsOfAwsSdk => Request is { Raw: not null } || (Kind == RequestCallKind.Wrapper && wrapperShape is { IsPartOfOther: true });

    public IOperation Operation { get; } = operation;

    /// <summary>The method, constructor or property that is called, in its original definition; for a <c>with</c> the class.</summary>
    public ISymbol Target { get; } = target;

    /// <summary>
    /// The request that the call goes on from: the receiver, the first argument of an extension, the operand of a <c>with</c>, what a constructor copies,
    /// what is changed or sent. Null where the call makes one from nothing.
    /// </summary>
    public IOperation? Source { get; init; }

    /// <summary>For a send or a wrapper: what it is sent with. Null for the default client.</summary>
    public IOperation? Client { get; init; }

    /// <summary>What the call sets. A field that it is not known to touch is not named.</summary>
    public IReadOnlyList<RequestFieldSet> Sets => _sets ??= AllSets.All(set => set.IsOfField) ? AllSets : [.. AllSets.Where(set => set.IsOfField)];

    /// <summary>Whether what else it sets is not known: its body cannot be read.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether the result is the source itself, changed or not, and no new request: the body returns <c>this</c>.</summary>
    public bool ReturnsSource { get; init; }

    /// <summary>What it sets, also properties that are no field of their own.</summary>
    internal IReadOnlyList<RequestFieldSet> AllSets { get; } = allSets;
}
