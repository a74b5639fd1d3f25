using Fleet.Jobs;
using Fleet.Outcomes;
using Hangfire.States;

namespace AppFlow.Fluent.Fleet.Tests;

public sealed class RetrySameCallTests
{
    private static readonly ThrottlingException Retryable = new("Rate exceeded") { IsRetryable = true, ClientToken = "t", ErrorCode = "ThrottlingException" };

    [Theory]
    [InlineData(1, 0.5, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(9, 128, 256)]
    [InlineData(10, 150, 300)]
    public void A_call_that_may_succeed_later_waits_longer_each_time(int retry, double shortest, double longest)
    {
        Assert.Equal(TimeSpan.FromSeconds(shortest), RetrySameCallAttribute.DelayBefore(retry, Retryable, random: 0));
        Assert.Equal(TimeSpan.FromSeconds(longest), RetrySameCallAttribute.DelayBefore(retry, Retryable, random: 1));
    }

    [Fact]
    public void Retries_have_an_end() => Assert.Null(RetrySameCallAttribute.DelayBefore(RetrySameCallAttribute.Retries + 1, Retryable, random: 0));

    [Fact]
    public void What_is_refused_is_not_sent_again()
    {
        Exception[] refusals =
        [
            new AccessDeniedException("no"),
            new ResourceNotFoundException("no such connector"),
            new RolloutRefusedException("another account"),
            new InvalidOperationException("no credentials"),
        ];

        Assert.All(refusals, refusal => Assert.Null(RetrySameCallAttribute.DelayBefore(1, refusal, random: 0)));
    }

    [Fact]
    public void A_failed_job_tells_its_reason_and_the_token_to_carry_on_with() => Assert.Equal(
        new TargetOutcome(OutcomeState.Failed, "ThrottlingException: Rate exceeded", "t"),
        RecordOutcomeAttribute.OutcomeOf(new FailedState(Retryable)));

    [Fact]
    public void A_failed_job_whose_update_was_not_sent_has_no_token() => Assert.Equal(
        new TargetOutcome(OutcomeState.Failed, "another account"),
        RecordOutcomeAttribute.OutcomeOf(new FailedState(new RolloutRefusedException("another account"))));

    [Fact]
    public void A_job_that_is_tried_again_still_waits_and_says_why() => Assert.Equal(
        new TargetOutcome(OutcomeState.Waiting, "Retry 1"),
        RecordOutcomeAttribute.OutcomeOf(new ScheduledState(TimeSpan.FromSeconds(1)) { Reason = "Retry 1" }));

    [Fact]
    public void A_deleted_job_brought_nothing() =>
        Assert.Equal(OutcomeState.Failed, RecordOutcomeAttribute.OutcomeOf(new DeletedState())?.State);

    [Fact]
    public void A_job_under_way_says_nothing() => Assert.Null(RecordOutcomeAttribute.OutcomeOf(new EnqueuedState()));
}
