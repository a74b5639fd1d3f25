using AppFlow.Fluent.Client;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>The limit of one attempt is reused by another, without side effects.</summary>
public sealed class AttemptLimitsTests
{
    [Fact]
    public void A_limit_is_reused_after_an_attempt()
    {
        using var limits = new AttemptLimits(TimeSpan.FromMinutes(1), TimeProvider.System);
        var first = limits.Begin(CancellationToken.None);
        var token = first.Token;
        first.Dispose();
        using var second = limits.Begin(CancellationToken.None);

        Assert.Equal(token, second.Token);
    }

    [Fact]
    public void The_caller_of_an_earlier_attempt_cannot_cancel_a_later_one()
    {
        using var limits = new AttemptLimits(TimeSpan.FromMinutes(1), TimeProvider.System);
        using var earlier = new CancellationTokenSource();
        limits.Begin(earlier.Token).Dispose();
        using var later = limits.Begin(CancellationToken.None);
        earlier.Cancel();

        Assert.False(later.Token.IsCancellationRequested);
        Assert.False(later.HasPassed);
    }

    [Fact]
    public void The_limit_of_a_cancelled_attempt_is_not_reused()
    {
        using var limits = new AttemptLimits(TimeSpan.FromMinutes(1), TimeProvider.System);
        using var caller = new CancellationTokenSource();
        var first = limits.Begin(caller.Token);
        caller.Cancel();
        Assert.True(first.Token.IsCancellationRequested);
        first.Dispose();
        using var second = limits.Begin(CancellationToken.None);

        Assert.False(second.Token.IsCancellationRequested);
    }

    [Fact]
    public void Closing_ends_the_attempts_in_progress()
    {
        var limits = new AttemptLimits(Timeout.InfiniteTimeSpan, TimeProvider.System);
        using var attempt = limits.Begin(CancellationToken.None);
        limits.Dispose();

        Assert.True(attempt.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Concurrent_attempts_are_cancelled_only_by_their_own_callers()
    {
        using var limits = new AttemptLimits(TimeSpan.FromMinutes(1), TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(() =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                using var caller = new CancellationTokenSource();
                using (var attempt = limits.Begin(caller.Token))
                {
                    Assert.False(attempt.Token.IsCancellationRequested);
                    if ((worker + i) % 3 == 0)
                    {
                        caller.Cancel();
                        Assert.True(attempt.Token.IsCancellationRequested);
                    }
                }

                caller.Cancel();
            }
        })));
    }
}
