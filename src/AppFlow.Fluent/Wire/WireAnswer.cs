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
    /// <summary>What the answer says of its error; nothing for a success.</summary>
    public ErrorAnswer Error { get; private init; }

    /// <summary>The encoding that was not asked for and is not undone, or null.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>How long the service asks to wait before the next attempt (<c>x-amz-retry-after</c>, in milliseconds).</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    /// <summary>The same answer with its error read, and all but the body fit to be shown.</summary>
    public WireAnswer Without(Redaction redaction) => this with
    {
        RequestId = redaction.Name(RequestId),
        ContentType = redaction.Name(ContentType),
        ContentEncoding = redaction.Name(ContentEncoding),
        Error = IsSuccess ? default : ErrorAnswer.Read(this).Without(redaction),
    };
}
