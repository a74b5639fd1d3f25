using System.Globalization;
using System.Net;
using System.Text;

namespace AppFlow.Fluent;

/// <summary>
/// A call to Amazon AppFlow that failed after its request was signed. Errors that the service documents have types of their own;
/// an error that it does not document, or an answer that cannot be read, is exactly this type.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Exception.Message"/> is the service's own message where it sent one. <see cref="ClientToken"/> is the token that the
/// failed call carried: <c>request.WithClientToken(e.ClientToken).SendAsync()</c> continues the very same call, and the service
/// applies it once however often it is sent within eight hours of the first attempt.
/// </para>
/// <para>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/CommonErrors.html"/>.</para>
/// </remarks>
public class AppFlowException : Exception
{
    /// <summary>An error that the service does not document, as a fake client throws it.</summary>
    public AppFlowException()
    {
    }

    /// <summary>An error that the service does not document, with a message, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    public AppFlowException(string? message)
        : base(message)
    {
    }

    /// <summary>An error that the service does not document, with a message and a cause, as a fake client throws it.</summary>
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

    /// <summary>How many attempts were made to send the request, from 1; one that found no connection counts.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>
    /// The idempotency token that the call carried, given or made; empty for operations that take none
    /// (<c>UnregisterConnector</c>, <c>DescribeConnector</c>, <c>ListConnectors</c>).
    /// </summary>
    public string ClientToken { get; init; } = "";

    /// <summary>
    /// Whether the same request may succeed when it is sent again later, unchanged. It is false where sending it again could change more
    /// than was asked: for a call that has grown as old as its token, and for <c>UnregisterConnector</c> once it may have been carried out.
    /// </summary>
    public bool IsRetryable { get; init; }

    /// <summary>
    /// Whether the service may have carried the request out: it may have been sent, by the client or by a handler beneath it, and was not
    /// surely refused. Send the same request with <see cref="ClientToken"/>, within eight hours of its first attempt, to find out. False
    /// means that this call applied nothing: the body of each attempt was never read, or was read once and refused by throttling or by a
    /// 4xx with an error code. A 5xx, a redirect and a 4xx without a code, which a proxy may have given, are no such refusals. What an
    /// earlier call with the same token left open stays open.
    /// </summary>
    public bool MayHaveBeenApplied { get; init; }

    /// <summary>The exception with its stack, followed by a line with what is known of the call.</summary>
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
