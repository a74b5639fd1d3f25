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

    /// <summary>How far off a signature's date may be for the service to accept it.</summary>
    private static readonly TimeSpan Accepted = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan SlowestTrusted = TimeSpan.FromMinutes(15);

    private long _skewTicks;

    // A service that is asked often says the same date many times, and to read it takes longer than to compare it.
    private DateOfAnswer? _lastDate;

    /// <summary>How far the service's clock is ahead of the local one, as last heard; negative where it is behind.</summary>
    public TimeSpan Skew => TimeSpan.FromTicks(Interlocked.Read(ref _skewTicks));

    public DateTimeOffset LocalNow => timeProvider.GetUtcNow();

    /// <summary>This moment, to date a signature with.</summary>
    /// <param name="skew">The correction.</param>
    public SigningTime Now(TimeSpan skew) => new(LocalNow.UtcTicks, timeProvider.GetTimestamp(), skew);

    /// <summary>A local time with a correction, within what a date can be.</summary>
    public static DateTimeOffset Corrected(DateTimeOffset local, TimeSpan skew)
    {
        var ticks = Math.Clamp(local.UtcTicks + skew.Ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>Learns from the date of an answer, which was made somewhere between sending and receiving.</summary>
    /// <param name="date">The answer's <c>Date</c>; without it, or where it has not HTTP's own form, there is nothing to learn.</param>
    /// <param name="fromCache">Whether the answer has an <c>Age</c>: then its date is that of another answer.</param>
    /// <param name="signed">The local time of sending.</param>
    /// <param name="receivedAt">The local time of receiving.</param>
    /// <param name="isRefusedForItsDate">
    /// Whether the answer refuses the signature for what may be its date. One that does not has accepted the date, or not looked at it: then a
    /// date beyond what the service accepts is wrong itself, and to learn it would make the next call fail.
    /// </param>
    public void Learn(string? date, bool fromCache, SigningTime signed, DateTimeOffset receivedAt, bool isRefusedForItsDate)
    {
        var took = receivedAt - signed.Local;
        if (fromCache || took < TimeSpan.Zero || took > SlowestTrusted || Read(date) is not { } told)
        {
            return;
        }

        var skew = told - (signed.Local + (took / 2));
        if (isRefusedForItsDate || (skew - signed.Skew).Duration() <= Accepted)
        {
            Interlocked.Exchange(ref _skewTicks, skew.Ticks);
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
