using System.Globalization;
using AppFlow.Fluent;
using Hangfire.Common;
using Hangfire.States;

namespace Fleet.Jobs;

/// <summary>
/// Runs a job again if its exception says that the unchanged call may succeed later. Refusals by the service or the machine's settings fail at
/// once. The job sends the same operation id again, so that a call whose answer was lost is not applied twice.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RetrySameCallAttribute : JobFilterAttribute, IElectStateFilter
{
    /// <summary>How many times a job is run again, over about a quarter of an hour.</summary>
    public const int Retries = 10;

    private const string RetryCount = nameof(RetryCount);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    public void OnStateElection(ElectStateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.CandidateState is not FailedState failed)
        {
            return;
        }

        var retry = context.GetJobParameter<int>(RetryCount, allowStale: true) + 1;
        if (DelayBefore(retry, failed.Exception, Random.Shared.NextDouble()) is not { } delay)
        {
            return;
        }

        context.SetJobParameter(RetryCount, retry);
        context.CandidateState = new ScheduledState(delay)
        {
            Reason = string.Create(CultureInfo.InvariantCulture, $"Retry {retry} of {Retries}: {failed.Exception.Message}"),
        };
    }

    /// <summary>How long to wait before a job's nth retry, from 1; null if there is none.</summary>
    public static TimeSpan? DelayBefore(int retry, Exception failure, double random)
    {
        if (failure is not AppFlowException { IsRetryable: true } || retry > Retries)
        {
            return null;
        }

        var longest = Math.Min(LongestDelay.TotalSeconds, FirstDelay.TotalSeconds * Math.Pow(2, retry - 1));

        // At least half of the delay, so that a throttling account gets a pause; the rest is random, so that jobs that failed together do not return together.
        return TimeSpan.FromSeconds(longest * (1 + random) / 2);
    }
}
