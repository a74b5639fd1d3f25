using System.Net;

namespace AppFlow.Fluent;

/// <summary>The details of a failed call.</summary>
internal sealed record ErrorDetails
{
    public required string Message { get; init; }

    public string? ErrorCode { get; init; }

    public HttpStatusCode? StatusCode { get; init; }

    public string? RequestId { get; init; }

    public required int Attempts { get; init; }

    public required string ClientToken { get; init; }

    public required bool IsRetryable { get; init; }

    public required bool MayHaveBeenApplied { get; init; }

    public Exception? InnerException { get; init; }
}
