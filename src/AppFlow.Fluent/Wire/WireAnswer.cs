using System.Net;

namespace AppFlow.Fluent.Wire;

/// <summary>A complete answer: the status, the headers that mean something, and the body.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="RequestId">The service's id of the request, or null.</param>
/// <param name="ContentType">The media type, or null.</param>
/// <param name="ContentEncoding">The encoding that was not asked for and is not undone, or null.</param>
/// <param name="Body">The body.</param>
internal sealed record WireAnswer(
    HttpStatusCode StatusCode,
    string? RequestId,
    string? ContentType,
    string? ContentEncoding,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>What the answer says of its error; nothing for a success.</summary>
    public ErrorAnswer Error { get; init; }

    /// <summary>How long the service asks to wait before the next attempt (<c>x-amz-retry-after</c>, in milliseconds).</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;
}
