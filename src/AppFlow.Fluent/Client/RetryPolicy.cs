namespace AppFlow.Fluent.Client;

/// <summary>
/// AWS's standard retry mode with the numbers of 2026: how many attempts a call has, what a retry costs, how long it waits. Each client has
/// its own policy, whose quota its calls share.
/// </summary>
/// <remarks>
/// <para>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>.</para>
/// <para>
/// Not Polly: its strategy decides whether to handle an outcome before it knows whether an attempt is left, so a quota would pay for
/// retries that never happen.
/// </para>
/// </remarks>
/// <param name="maxAttempts">The maximum number of attempts of one call, from 1.</param>
/// <param name="random">Returns numbers from 0 to below 1.</param>
internal sealed class RetryPolicy(int maxAttempts, Func<double> random)
{
    public const int DefaultMaxAttempts = 3;

    private const int TransientCost = 14;
    private const int ThrottlingCost = 5;
    private const int FirstAttemptRefund = 1;

    private static readonly TimeSpan TransientBase = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ThrottlingBase = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MaxWaitForService = TimeSpan.FromSeconds(5);

    private readonly RetryQuota _quota = new();

    public int MaxAttempts => maxAttempts;

    public int QuotaLeft => _quota.Left;

    /// <summary>Plans the retry after a failed attempt and takes its cost from the quota; null if there is none.</summary>
    /// <param name="kind">The kind of the failure.</param>
    /// <param name="attempt">Which attempt failed, from 1.</param>
    /// <param name="retryAfter">How long the service asks to wait.</param>
    public Retry? TryPlan(ErrorKind kind, int attempt, TimeSpan? retryAfter)
    {
        if (!MayRetry(kind, attempt))
        {
            return null;
        }

        var cost = kind is ErrorKind.Throttling ? ThrottlingCost : TransientCost;
        return _quota.TryTake(cost) ? new Retry(cost, Delay(kind, attempt - 1, retryAfter)) : null;
    }

    /// <summary>Whether a failed attempt may be followed by another one if the quota allows it.</summary>
    public bool MayRetry(ErrorKind kind, int attempt) => kind is not ErrorKind.Final && attempt < maxAttempts;

    /// <summary>Refunds the cost of the last retry of a successful call, or a small amount if it needed none.</summary>
    public void Succeeded(Retry? last) => _quota.Return(last?.Cost ?? FirstAttemptRefund);

    private TimeSpan Delay(ErrorKind kind, int retry, TimeSpan? retryAfter)
    {
        var unbounded = (kind is ErrorKind.Throttling ? ThrottlingBase : TransientBase) * Math.Pow(2, Math.Min(retry, 30));
        var delay = random() * (unbounded < MaxDelay ? unbounded : MaxDelay);
        return retryAfter is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, delay.Ticks, (delay + MaxWaitForService).Ticks)) : delay;
    }
}
