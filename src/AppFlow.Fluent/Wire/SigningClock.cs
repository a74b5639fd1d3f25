using System.Globalization;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// The time to date signatures with: the local clock, corrected by what the service's answers have told about it. It is shared by all
/// calls of a client and safe to use from many threads.
/// </summary>
internal sealed class SigningClock(TimeProvider timeProvider)
{
    /// <summary>From here on a clock is too wrong for the service; below it, a refused signature has another cause.</summary>
    private static readonly TimeSpan Intolerable = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan SlowestTrusted = TimeSpan.FromMinutes(15);

    private long _skewTicks;

    // A service that is asked often says the same date many times, and to read it takes longer than to compare it.
    private DateOfAnswer? _lastDate;

    /// <summary>How far the service's clock is ahead of the local one, as last heard; negative where it is behind.</summary>
    public TimeSpan Skew => TimeSpan.FromTicks(Interlocked.Read(ref _skewTicks));

    public DateTimeOffset LocalNow => timeProvider.GetUtcNow();

    /// <summary>A local time with a correction, within what a date can be.</summary>
    public static DateTimeOffset Corrected(DateTimeOffset local, TimeSpan skew)
    {
        var ticks = Math.Clamp(local.UtcTicks + skew.Ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>Learns from the date of an answer, which was made somewhere between sending and receiving.</summary>
    /// <param name="date">The answer's <c>Date</c>; without it, or where it has not HTTP's own form, there is nothing to learn.</param>
    /// <param name="fromCache">Whether the answer has an <c>Age</c>: then its date is that of another answer.</param>
    /// <param name="sentAt">The local time of sending.</param>
    /// <param name="receivedAt">The local time of receiving.</param>
    public void Learn(string? date, bool fromCache, DateTimeOffset sentAt, DateTimeOffset receivedAt)
    {
        var took = receivedAt - sentAt;
        if (!fromCache && took >= TimeSpan.Zero && took <= SlowestTrusted && Read(date) is { } told)
        {
            Interlocked.Exchange(ref _skewTicks, (told - (sentAt + (took / 2))).Ticks);
        }
    }

    /// <summary>Whether a signature that was dated with a correction is refused for its date, and another date would help.</summary>
    /// <param name="skew">The correction that the signature was dated with.</param>
    public bool IsCorrected(TimeSpan skew)
    {
        var known = Skew;
        return known.Duration() >= Intolerable || (known - skew).Duration() >= Intolerable;
    }

    private DateTimeOffset? Read(string? date)
    {
        if (date is null)
        {
            return null;
        }

        var last = Volatile.Read(ref _lastDate);
        if (last?.Text != date)
        {
            last = new DateOfAnswer(
                date,
                DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value : null);
            Volatile.Write(ref _lastDate, last);
        }

        return last.Value;
    }

    private sealed record DateOfAnswer(string Text, DateTimeOffset? Value);
}
