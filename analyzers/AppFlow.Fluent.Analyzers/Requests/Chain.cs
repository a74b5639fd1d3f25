using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>A call on a request together with the calls that its receiver is made of, in one expression.</summary>
internal sealed class Chain
{
    private Chain(IReadOnlyList<RequestCall> calls, IOperation? root)
    {
        Calls = calls;
        Root = root;
    }

    /// <summary>The calls in the order in which they run: the one that begins, the <c>With…</c>, the one that the chain was asked for.</summary>
    public IReadOnlyList<RequestCall> Calls { get; }

    /// <summary>The expression that the first call is made on, a local for example; null when the chain begins a request.</summary>
    public IOperation? Root { get; }

    /// <summary>The call that begins the request; null when the chain goes on from a value.</summary>
    public RequestCall? Begin => Calls[0].Kind == RequestCallKind.Begin ? Calls[0] : null;

    /// <summary>The chain that ends in a call.</summary>
    public static Chain Of(RequestCall last, FluentModel model)
    {
        var calls = new List<RequestCall> { last };
        var root = last.Receiver;
        while (root is not null)
        {
            root = HardCodedValues.Unwrapped(root);
            if (model.CallOf(root) is not { Kind: not RequestCallKind.Send } call)
            {
                break;
            }

            calls.Add(call);
            root = call.Receiver;
        }

        calls.Reverse();
        return new Chain(calls, root);
    }
}
