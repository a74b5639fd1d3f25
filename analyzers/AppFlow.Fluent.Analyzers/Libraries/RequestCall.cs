using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The effect of one operation on a request.</summary>
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

    /// <summary>The request's kind; null for a wrapper that is not a request.</summary>
    public RequestKind? Request { get; } = request;

    /// <summary>The request's shape, or that of a wrapper's other arguments.</summary>
    public RequestShape Shape => wrapperShape ?? Request!.Shape;

    /// <summary>Whether it concerns an AWS SDK request, or an object that is part of one.</summary>
    public bool IsOfAwsSdk => Request is { Raw: not null } || (Kind == RequestCallKind.Wrapper && wrapperShape is { IsPartOfOther: true });

    public IOperation Operation { get; } = operation;

    /// <summary>The called method, constructor or property, in its original definition; for a <c>with</c> the class.</summary>
    public ISymbol Target { get; } = target;

    /// <summary>
    /// The request that the call is based on: the receiver, the first argument of an extension, the operand of a <c>with</c>, the argument
    /// of a copy constructor, the changed or sent request. Null if the call creates a new one.
    /// </summary>
    public IOperation? Source { get; init; }

    /// <summary>For a send or a wrapper: the client. Null for the default client.</summary>
    public IOperation? Client { get; init; }

    /// <summary>The fields that the call sets. Fields that it is not known to change are not listed.</summary>
    public IReadOnlyList<RequestFieldSet> Sets => _sets ??= FindSets();

    /// <summary>Whether it may set other fields, because its body cannot be read.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether the result is the source itself, changed or not, rather than a new request: the body returns <c>this</c>.</summary>
    public bool ReturnsSource { get; init; }

    /// <summary>What it sets, including properties that are not fields.</summary>
    internal IReadOnlyList<RequestFieldSet> AllSets { get; } = allSets;

    private IReadOnlyList<RequestFieldSet> FindSets()
    {
        for (var i = 0; i < AllSets.Count; i++)
        {
            if (!AllSets[i].IsOfField)
            {
                return [.. AllSets.Where(set => set.IsOfField)];
            }
        }

        return AllSets;
    }
}
