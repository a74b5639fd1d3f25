using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>A <c>With…</c> and the calls of its receiver, in one expression.</summary>
internal sealed class Chain
{
    private Chain(IReadOnlyList<RequestCall> calls) => Calls = calls;

    /// <summary>The calls in execution order: the first call, the <c>With…</c> calls, and the last call of the chain.</summary>
    public IReadOnlyList<RequestCall> Calls { get; }

    /// <summary>The call that creates the request; null if the chain starts from an existing value.</summary>
    public RequestCall? Begin => Calls[0].Kind == RequestCallKind.Begin ? Calls[0] : null;

    /// <summary>The chain that ends in a call.</summary>
    public static Chain Of(RequestCall last, RequestLibrary library)
    {
        var calls = new List<RequestCall> { last };
        while (calls[calls.Count - 1] is { Kind: not RequestCallKind.Begin, Source: { } source } && CallOf(source.UnwrappedValue(), library) is { } call)
        {
            calls.Add(call);
        }

        calls.Reverse();
        return new Chain(calls);
    }

    /// <summary>The operation as a call that creates or extends a fluent request; null for any other operation.</summary>
    public static RequestCall? CallOf(IOperation? operation, RequestLibrary library) => BeginOf(operation, library) ?? LinkOf(operation, library);

    /// <summary>The operation as a <c>With…</c> on a fluent request; null for any other operation.</summary>
    public static RequestCall? LinkOf(IOperation? operation, RequestLibrary library) =>
        operation is IInvocationOperation { TargetMethod.Name: var name } && RequestNames.IsWith(name) && library.CallOf(operation) is { } call && IsLink(call)
            ? call
            : null;

    /// <summary>Whether the call is a <c>With…</c> on a fluent request.</summary>
    public static bool IsLink(RequestCall call) =>
        call is { Kind: RequestCallKind.With or RequestCallKind.Mutate, Request.Raw: null, Operation: IInvocationOperation { TargetMethod.Name: var name } }
        && RequestNames.IsWith(name);

    private static RequestCall? BeginOf(IOperation? operation, RequestLibrary library) =>
        (operation is IObjectCreationOperation creation ? library.FluentKindOf(creation.Type) is not null
            : operation is IInvocationOperation { TargetMethod: { IsStatic: true } method } && library.IsOfLibrary(method))
        && library.CallOf(operation!) is { Kind: RequestCallKind.Begin, Request.Raw: null } call
            ? call
            : null;
}
