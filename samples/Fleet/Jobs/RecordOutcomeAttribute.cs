using AppFlow.Fluent;
using Fleet.Outcomes;
using Fleet.Releases;
using Fleet.Targets;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Fleet.Jobs;

/// <summary>Writes the outcome of a job's target into the release's book, in the transaction that changes the job's state.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordOutcomeAttribute : JobFilterAttribute, IApplyStateFilter
{
    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (OutcomeOf(context.NewState) is { } outcome && context.BackgroundJob.Job.Args is [Target target, Release release, ..])
        {
            OutcomeBook.Write(transaction, new TargetRecord(target, release, outcome));
        }
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
    }

    /// <summary>What a job's state says about its target; null for states that say nothing new.</summary>
    public static TargetOutcome? OutcomeOf(IState state) => state switch
    {
        SucceededState { Result: TargetOutcome outcome } => outcome,
        FailedState failed => new TargetOutcome(OutcomeState.Failed, ReasonOf(failed.Exception), TokenOf(failed.Exception)),
        DeletedState => new TargetOutcome(OutcomeState.Failed, "Its job was deleted."),
        ScheduledState scheduled => new TargetOutcome(OutcomeState.Waiting, scheduled.Reason),
        _ => null,
    };

    private static string ReasonOf(Exception failure) => failure is AppFlowException { ErrorCode: { } code }
        ? $"{code}: {failure.Message}"
        : failure is RolloutRefusedException ? failure.Message
        : $"{failure.GetType().Name}: {failure.Message}";

    private static string? TokenOf(Exception failure) => failure switch
    {
        AppFlowException { ClientToken.Length: > 0 } sent => sent.ClientToken,
        RolloutRefusedException refused => refused.ClientToken,
        _ => null,
    };
}
