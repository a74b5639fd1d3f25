using System.Globalization;
using System.Net;
using System.Text;

namespace AppFlow.Fluent;

/// <summary>
/// A call to Amazon AppFlow failed after its request was signed. Each error that the service documents has its own type; an error that it
/// does not document, or an answer that cannot be read, has exactly this type.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Exception.Message"/> is the service's own message if it sent one. <see cref="ClientToken"/> is the token that the failed call
/// carried: <c>request.WithClientToken(e.ClientToken).SendAsync()</c> continues the same call. The service applies it once, however often
/// it is sent within eight hours of the first attempt.
/// </para>
/// <para>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/CommonErrors.html"/>.</para>
/// </remarks>
public class AppFlowException : Exception
{
    /// <summary>Creates an error that the service does not document, for a fake client.</summary>
    public AppFlowException()
    {
    }

    /// <summary>Creates an error that the service does not document, with a message, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    public AppFlowException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an error that the service does not document, with a message and a cause, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public AppFlowException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal AppFlowException(ErrorDetails details)
        : base(details.Message, details.InnerException)
    {
        ErrorCode = details.ErrorCode;
        StatusCode = details.StatusCode;
        RequestId = details.RequestId;
        Attempts = details.Attempts;
        ClientToken = details.ClientToken;
        IsRetryable = details.IsRetryable;
        MayHaveBeenApplied = details.MayHaveBeenApplied;
    }

    /// <summary>The service's name for the error, for example <c>ConflictException</c>; null when the answer named none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The HTTP status of the answer; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The service's id of the request, to quote to AWS support; null when the answer held none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How many attempts were made to send the request, from 1; an attempt that could not connect counts.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>
    /// The idempotency token that the call carried, whether given or generated; empty for operations that take none
    /// (<c>UnregisterConnector</c>, <c>DescribeConnector</c>, <c>ListConnectors</c>).
    /// </summary>
    public string ClientToken { get; init; } = "";

    /// <summary>
    /// Whether the same request may succeed when it is sent again later, unchanged. It is false if sending it again could change more than
    /// intended: for a call that is as old as its token's lifetime, and for <c>UnregisterConnector</c> once it may have been applied.
    /// </summary>
    public bool IsRetryable { get; init; }

    /// <summary>
    /// Whether the service may have applied the request: the client or a handler below it may have sent it, and it was not definitely
    /// refused. Send the same request with <see cref="ClientToken"/>, within eight hours of its first attempt, to find out. False means
    /// that this call applied nothing: the body of each attempt was never read, or was read once and refused by throttling or by a 4xx with
    /// an error code. A 5xx, a redirect, or a 4xx without a code (which may come from a proxy) is not a definite refusal. False says
    /// nothing about an earlier call with the same token.
    /// </summary>
    public bool MayHaveBeenApplied { get; init; }

    /// <summary>The exception with its stack trace, followed by a line with the details of the call.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(base.ToString());
        text.AppendLine();
        text.Append(CultureInfo.InvariantCulture, $"   ErrorCode: {ErrorCode ?? "none"}, StatusCode: {(StatusCode is { } status ? (int)status : "none")}");
        text.Append(CultureInfo.InvariantCulture, $", RequestId: {RequestId ?? "none"}, Attempts: {Attempts}, IsRetryable: {IsRetryable}");
        text.Append(CultureInfo.InvariantCulture, $", MayHaveBeenApplied: {MayHaveBeenApplied}");
        if (ClientToken.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", ClientToken: {ClientToken}");
        }

        return text.ToString();
    }
}
