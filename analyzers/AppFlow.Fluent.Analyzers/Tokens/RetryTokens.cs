using AppFlow.Fluent.Analyzers.Loops;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>The sends of a body that a retry repeats with a new token at each attempt.</summary>
internal sealed class RetryTokens
{
    private readonly FluentModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly Writes _writes;
    private readonly FunctionGraphs _graphs;

    private RetryTokens(IOperation body, Func<IOperation, ControlFlowGraph> graphOf, FluentModel model, CancellationToken cancellationToken)
    {
        _model = model;
        _cancellationToken = cancellationToken;
        _writes = new Writes(body, cancellationToken);
        _graphs = new FunctionGraphs(body, graphOf, cancellationToken);
    }

    public static IEnumerable<RetryToken> Find(
        IOperation body,
        Func<IOperation, ControlFlowGraph> graphOf,
        FluentModel model,
        CancellationToken cancellationToken)
    {
        var sends = body.DescendantsAndSelf().Select(model.CallOf).Where(call => call is not null && MayBeRetried(call)).ToList();
        if (sends.Count == 0)
        {
            return [];
        }

        var tokens = new RetryTokens(body, graphOf, model, cancellationToken);
        return sends.Select(send => tokens.Judge(send!)).Where(found => found is not null)!;
    }

    /// <summary>The cheap question: whether the call sends a request that has a token, from within something that may be a retry.</summary>
    public static bool MayBeRetried(RequestCall call) =>
        call is { Kind: RequestCallKind.Send, Request.Token: not null } && RetryAround(call.Operation) is not null;

    // The innermost repetition decides: a loop over items inside a retry sends one request after the other, and a lambda that is
    // called by somebody unknown may run at any time.
    private static Repetition? RetryAround(IOperation send)
    {
        for (var current = send.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case ILoopOperation or IAnonymousFunctionOperation:
                    return Repetition.Of(current) is { Kind: not RepetitionKind.EachItem } repetition && repetition.Contains(send.Syntax)
                        ? repetition
                        : null;
                case ILocalFunctionOperation:
                    return null;
            }
        }

        return null;
    }

    // A handler that reads the failed call's token knows what it does: the call goes on there, or the token is kept for later.
    private static bool GoesOnWithToken(Repetition retry) => retry.Operation.Descendants().Any(operation =>
        operation is IPropertyReferenceOperation { Property: { Name: "ClientToken", ContainingType: { Name: "AppFlowException", ContainingAssembly.Name: "AppFlow.Fluent" } } });

    private RetryToken? Judge(RequestCall send)
    {
        if (RetryAround(send.Operation) is not { } retry || GoesOnWithToken(retry))
        {
            return null;
        }

        var sent = SentRequest.Of(send, _model, _writes);
        if (!sent.IsUnderstood || sent.Origin is not null)
        {
            return null;
        }

        IOperation? fresh = null;
        if (sent.HasTokenChoice)
        {
            fresh = sent.Token is { } token && retry.Contains(token.Syntax) ? FreshTokens.MadeBy(token, retry, _writes) : null;
            if (fresh is null)
            {
                return null;
            }
        }

        return IsSameEachTime(send, sent, new RepeatedValues(retry, _writes)) && GoesRoundBecauseItFailed(send, retry)
            ? new RetryToken(send, retry, fresh)
            : null;
    }

    // The request, and whom it is sent to: the same request to one client after the other is no repetition either.
    private static bool IsSameEachTime(RequestCall send, SentRequest sent, RepeatedValues values) =>
        sent.Inputs.Values.All(input => input is null || values.Of(input) <= Variance.Stable)
        && send.Arguments.All(argument => argument.Value == send.Receiver || IsToCancel(argument) || values.Of(argument.Value) != Variance.Varies);

    private static bool IsToCancel(IArgumentOperation argument) =>
        argument.Parameter?.Type is { Name: nameof(CancellationToken), TypeKind: TypeKind.Struct };

    private bool GoesRoundBecauseItFailed(RequestCall send, Repetition retry) =>
        retry.Operation is not ILoopOperation loop
        || (LoopPaths.Of(send.Operation, loop, _graphs, _cancellationToken) is { GoesRoundAfterFailure: true, GoesRoundAfterSuccess: false });
}
