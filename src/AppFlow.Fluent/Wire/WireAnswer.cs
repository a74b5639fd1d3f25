using System.Net;

namespace AppFlow.Fluent.Wire;

/// <summary>A complete answer: the status, the headers that mean something, and the body.</summary>
internal sealed record WireAnswer(
    HttpStatusCode StatusCode,
    string? RequestId,
    string? ErrorType,
    string? ContentType,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>What the answer says of its error, without the caller's secrets; nothing for a success.</summary>
    public ErrorAnswer Error { get; init; }

    /// <summary>How long the service asks to wait before the next attempt (<c>x-amz-retry-after</c>, in milliseconds).</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;
}
