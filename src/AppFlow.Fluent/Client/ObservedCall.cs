using System.Diagnostics;
using AppFlow.Fluent.Wire;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Client;

/// <summary>
/// Reports one call to the log, traces and metrics. Exceptions of a listener are swallowed: once a request is signed, they must not cost
/// the caller the answer or the token.
/// </summary>
internal readonly struct ObservedCall(CallObserver observer, ServiceCall call, Activity? activity, long startedAt) : IDisposable
{
    /// <summary>The time of a call that nobody measures. A nullable time would make each call's memory larger.</summary>
    public const long NotMeasured = long.MinValue;

    private string Operation => call.Operation.Name;

    private string ClientToken => call.ClientToken.Length > 0 ? call.ClientToken : CallLog.None;

    private TagList Tags => new() { { "rpc.service", Telemetry.ServiceId }, { "rpc.method", Operation } };

    private TagList ClientTags => new() { { "rpc.service", Telemetry.ServiceId }, { "server.address", observer.Target.Endpoint.Authority } };

    /// <summary>An attempt was sent and has ended, successfully or not.</summary>
    public void Attempted(int attempt, in AttemptResult result)
    {
        if (activity is { IsAllDataRequested: true })
        {
            activity.AddEvent(new ActivityEvent("attempt", tags: new ActivityTagsCollection
            {
                ["appflow.attempt"] = attempt,
                ["http.response.status_code"] = (int?)result.Answer?.StatusCode,
                ["aws.request_id"] = result.Answer?.RequestId,
                ["error.type"] = result.Answer is { IsSuccess: true } ? null : result.Answer?.Error.Code ?? result.Failure?.GetType().FullName,
            }));
        }

        if (Telemetry.Attempts.Enabled)
        {
            Report(static tags => Telemetry.Attempts.Add(1, tags), Tags);
        }
    }

    public void Retrying(AppFlowException error, int maxAttempts, TimeSpan delay, int quotaLeft)
    {
        if (observer.Logger is { } logger)
        {
            LogRetry(logger, error, maxAttempts, Math.Round(delay.TotalMilliseconds, 3), quotaLeft);
        }

        if (activity is { IsAllDataRequested: true })
        {
            activity.AddEvent(new ActivityEvent("retry", tags: new ActivityTagsCollection
            {
                ["appflow.retry.delay"] = delay.TotalSeconds,
                ["appflow.retry.quota"] = quotaLeft,
            }));
        }

        if (Telemetry.RetryDelay.Enabled || Telemetry.RetryQuota.Enabled)
        {
            Report(
                static told =>
                {
                    Telemetry.RetryDelay.Record(told.delay.TotalSeconds, told.call);
                    Telemetry.RetryQuota.Record(told.quotaLeft, told.client);
                },
                (delay, quotaLeft, call: Tags, client: ClientTags));
        }
    }

    /// <summary>There is no further attempt because the quota is used up.</summary>
    public void RetryQuotaExhausted(AppFlowException error, int quotaLeft)
    {
        if (observer.Logger is { } logger)
        {
            CallLog.RetryQuotaExhausted(logger, Operation, error.Attempts, quotaLeft, ClientToken);
        }

        if (activity is { IsAllDataRequested: true })
        {
            activity.AddEvent(new ActivityEvent("retry quota used up", tags: new ActivityTagsCollection { ["appflow.retry.quota"] = quotaLeft }));
        }
    }

    public void Succeeded(WireAnswer answer, int attempts, int quotaLeft)
    {
        if (Telemetry.RetryQuota.Enabled)
        {
            Report(static told => Telemetry.RetryQuota.Record(told.quotaLeft, told.client), (quotaLeft, client: ClientTags));
        }

        if (observer.Logger is { } logger)
        {
            CallLog.Succeeded(logger, Operation, (int)answer.StatusCode, answer.RequestId ?? CallLog.None, attempts);
        }

        SetOutcome((int)answer.StatusCode, answer.RequestId, attempts);
    }

    public void Failed(AppFlowException error)
    {
        if (observer.Logger is { } logger)
        {
            Log(logger, error);
        }

        SetOutcome((int?)error.StatusCode, error.RequestId, error.Attempts);
        SetError(error.ErrorCode ?? error.GetType().FullName!, error.GetType().FullName!, error.Message);
    }

    public void Canceled(int attempts)
    {
        if (observer.Logger is { } logger)
        {
            CallLog.Canceled(logger, Operation, ClientToken, attempts);
        }

        SetOutcome(statusCode: null, requestId: null, attempts);
        SetError(typeof(OperationCanceledException).FullName!, typeof(OperationCanceledException).FullName!, "The caller cancelled.");
    }

    /// <summary>
    /// Nothing was signed: there are no credentials, or the caller cancelled before. The error's message may quote a command's output, so
    /// only the caller gets it.
    /// </summary>
    public void NotSent(Exception error)
    {
        var type = error.GetType().FullName!;
        if (error is not OperationCanceledException && observer.Logger is { } logger)
        {
            CallLog.NotSent(logger, Operation, type);
        }

        SetOutcome(statusCode: null, requestId: null, attempts: 0);
        SetError(type, type, "Nothing was sent.");
    }

    public void Dispose()
    {
        if (startedAt != NotMeasured)
        {
            Report(
                static told => Telemetry.CallDuration.Record(told.elapsed.TotalSeconds, told.tags),
                (elapsed: observer.TimeProvider.GetElapsedTime(startedAt), tags: Tags));
        }

        if (activity is not null)
        {
            Report(static activity => activity.Dispose(), activity);
        }
    }

    private void Log(ILogger logger, AppFlowException error)
    {
        if (error.StatusCode is { } status)
        {
            CallLog.Refused(
                logger,
                Operation,
                (int)status,
                error.ErrorCode ?? CallLog.None,
                error.Message,
                error.RequestId ?? CallLog.None,
                ClientToken,
                error.Attempts);
        }
        else
        {
            CallLog.NoAnswer(logger, Operation, error.Message, ClientToken, error.Attempts);
        }
    }

    private void LogRetry(ILogger logger, AppFlowException error, int maxAttempts, double delay, int quotaLeft)
    {
        if (error.StatusCode is { } status)
        {
            CallLog.RetryingAfterAnswer(
                logger,
                Operation,
                error.Attempts,
                maxAttempts,
                (int)status,
                error.ErrorCode ?? CallLog.None,
                error.Message,
                delay,
                quotaLeft,
                ClientToken);
        }
        else
        {
            CallLog.RetryingWithoutAnswer(logger, Operation, error.Attempts, maxAttempts, error.Message, delay, quotaLeft, ClientToken);
        }
    }

    private static void Report<T>(Action<T> report, T told)
    {
        try
        {
            report(told);
        }
        catch (Exception)
        {
            // An error of the listener must not fail the call.
        }
    }

    private void SetOutcome(int? statusCode, string? requestId, int attempts)
    {
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.response.status_code", statusCode);
            activity.SetTag("aws.request_id", requestId);
            activity.SetTag("appflow.attempts", attempts);
        }
    }

    private void SetError(string errorType, string exceptionType, string message)
    {
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("error.type", errorType);
            activity.SetStatus(ActivityStatusCode.Error, message);
        }

        if (Telemetry.Errors.Enabled)
        {
            var tags = Tags;
            tags.Add("exception.type", exceptionType);
            Report(static tags => Telemetry.Errors.Add(1, tags), tags);
        }
    }
}
