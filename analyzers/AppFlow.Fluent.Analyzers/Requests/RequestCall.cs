using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>A call that begins, completes or sends a request.</summary>
internal sealed class RequestCall(
    RequestCallKind kind,
    RequestType request,
    IOperation operation,
    IMethodSymbol method,
    IOperation? receiver,
    ImmutableArray<IArgumentOperation> arguments,
    ImmutableArray<SetField> sets)
{
    public RequestCallKind Kind { get; } = kind;

    public RequestType Request { get; } = request;

    /// <summary>The invocation or object creation.</summary>
    public IOperation Operation { get; } = operation;

    public IMethodSymbol Method { get; } = method;

    /// <summary>The request that is completed or sent; null for one that begins.</summary>
    public IOperation? Receiver { get; } = receiver;

    public ImmutableArray<IArgumentOperation> Arguments { get; } = arguments;

    /// <summary>The fields that the call sets. Empty for a <c>With…</c> means that it may set any.</summary>
    public ImmutableArray<SetField> Sets { get; } = sets;

    /// <summary>The value that the call gives to a field, or null when it is not an argument.</summary>
    public IOperation? ValueOf(SetField set) => set.Parameter is null
        ? null
        : Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == set.Parameter.Ordinal && argument.ArgumentKind == ArgumentKind.Explicit)?.Value;
}
