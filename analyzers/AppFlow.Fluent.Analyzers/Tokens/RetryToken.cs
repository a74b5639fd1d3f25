using AppFlow.Fluent.Analyzers.Loops;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>A send that a retry repeats with a new token each time.</summary>
/// <param name="send">The send.</param>
/// <param name="retry">The loop, or the lambda that the pipeline calls.</param>
/// <param name="freshToken">The expression that makes the token; null when none is set, and the library makes one.</param>
internal sealed class RetryToken(RequestCall send, Repetition retry, IOperation? freshToken)
{
    public RequestCall Send { get; } = send;

    public Repetition Retry { get; } = retry;

    public IOperation? FreshToken { get; } = freshToken;
}
