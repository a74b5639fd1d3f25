namespace AppFlow.Fluent.Client;

/// <summary>
/// Limits the retries of all calls of a client, so that a struggling service does not get a multiple of the load. Thread-safe.
/// </summary>
internal sealed class RetryQuota
{
    public const int Capacity = 500;

    private int _left = Capacity;

    public int Left => Volatile.Read(ref _left);

    /// <summary>Takes the cost of a retry, or nothing if less is left.</summary>
    public bool TryTake(int cost)
    {
        var left = Left;
        while (left >= cost)
        {
            var seen = Interlocked.CompareExchange(ref _left, left - cost, left);
            if (seen == left)
            {
                return true;
            }

            left = seen;
        }

        return false;
    }

    /// <summary>Refunds an amount, up to <see cref="Capacity"/>.</summary>
    public void Return(int amount)
    {
        var left = Left;
        while (left < Capacity)
        {
            var seen = Interlocked.CompareExchange(ref _left, Math.Min(left + amount, Capacity), left);
            if (seen == left)
            {
                return;
            }

            left = seen;
        }
    }
}
