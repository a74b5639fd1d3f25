using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Client;

/// <summary>The log messages of a call. None takes credentials, headers or bodies.</summary>
internal static partial class CallLog
{
    /// <summary>The placeholder for a missing code, id or token.</summary>
    public const string None = "none";

    [LoggerMessage(1, LogLevel.Debug, "{Operation} to {Endpoint}, client token {ClientToken}")]
    public static partial void Sending(ILogger logger, string operation, Uri endpoint, string clientToken);

    [LoggerMessage(2, LogLevel.Debug, "{Operation} answered {StatusCode}, request id {RequestId}, attempts {Attempts}")]
    public static partial void Succeeded(ILogger logger, string operation, int statusCode, string requestId, int attempts);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} refused with {StatusCode}, error code {ErrorCode}: {Reason} (request id {RequestId}, client token {ClientToken}, attempts {Attempts})")]
    public static partial void Refused(
        ILogger logger, string operation, int statusCode, string errorCode, string reason, string requestId, string clientToken, int attempts);

    [LoggerMessage(4, LogLevel.Warning, "{Operation} had no complete answer: {Reason} (client token {ClientToken}, attempts {Attempts})")]
    public static partial void NoAnswer(ILogger logger, string operation, string reason, string clientToken, int attempts);

    [LoggerMessage(5, LogLevel.Information, "{Operation} was cancelled by the caller after it was signed (client token {ClientToken}, attempts {Attempts})")]
    public static partial void Canceled(ILogger logger, string operation, string clientToken, int attempts);

    [LoggerMessage(7, LogLevel.Warning, "{Operation} is not tried again after attempt {Attempt}: the retry quota is used up ({RetryQuota} left, client token {ClientToken})")]
    public static partial void RetryQuotaExhausted(ILogger logger, string operation, int attempt, int retryQuota, string clientToken);

    [LoggerMessage(6, LogLevel.Information, "{Operation} attempt {Attempt} of {MaxAttempts} was answered with {StatusCode}, error code {ErrorCode}; the next one is in {DelayMilliseconds} ms (retry quota left {RetryQuota}, client token {ClientToken}): {Reason}")]
    public static partial void RetryingAfterAnswer(
        ILogger logger,
        string operation,
        int attempt,
        int maxAttempts,
        int statusCode,
        string errorCode,
        string reason,
        double delayMilliseconds,
        int retryQuota,
        string clientToken);

    [LoggerMessage(8, LogLevel.Information, "{Operation} attempt {Attempt} of {MaxAttempts} had no complete answer; the next one is in {DelayMilliseconds} ms (retry quota left {RetryQuota}, client token {ClientToken}): {Reason}")]
    public static partial void RetryingWithoutAnswer(
        ILogger logger,
        string operation,
        int attempt,
        int maxAttempts,
        string reason,
        double delayMilliseconds,
        int retryQuota,
        string clientToken);

    [LoggerMessage(11, LogLevel.Warning, "{Operation} was not sent: {ExceptionType} before it was signed")]
    public static partial void NotSent(ILogger logger, string operation, string exceptionType);
}
