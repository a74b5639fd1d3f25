using System.Globalization;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// The clock for signatures: the local clock, corrected by the dates of the service's answers. All calls of a client share it; it is
/// thread-safe.
/// </summary>
internal sealed class SigningClock(TimeProvider timeProvider)
{
    /// <summary>From this difference on, the service refuses signatures; below it, a refusal has another cause.</summary>
    private static readonly TimeSpan Intolerable = TimeSpan.FromMinutes(4);

    /// <summary>How far off a signature's date may be for the service to accept it.</summary>
    private static readonly TimeSpan Accepted = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan SlowestTrusted = TimeSpan.FromMinutes(15);

    private long _skewTicks;

    // Frequent answers repeat the same date, and parsing it takes longer than comparing it.
    private DateOfAnswer? _lastDate;

    /// <summary>How far the service's clock is ahead of the local one, as last observed; negative if it is behind.</summary>
    public TimeSpan Skew => TimeSpan.FromTicks(Interlocked.Read(ref _skewTicks));

    public DateTimeOffset LocalNow => timeProvider.GetUtcNow();

    /// <summary>The current time, to date a signature with.</summary>
    /// <param name="skew">The correction.</param>
    public SigningTime Now(TimeSpan skew) => new(LocalNow.UtcTicks, timeProvider.GetTimestamp(), skew);

    /// <summary>A corrected local time, within the range of a date.</summary>
    public static DateTimeOffset Corrected(DateTimeOffset local, TimeSpan skew)
    {
        var ticks = Math.Clamp(local.UtcTicks + skew.Ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>Updates the correction from the date of an answer, which was created between sending and receiving.</summary>
    /// <param name="date">The answer's <c>Date</c>; ignored if it is absent or not in HTTP's own form.</param>
    /// <param name="fromCache">Whether the answer has an <c>Age</c>: then its date is that of an earlier answer.</param>
    /// <param name="signed">The local time of sending.</param>
    /// <param name="receivedAt">The local time of receiving.</param>
    /// <param name="isRefusedForItsDate">
    /// Whether the answer refuses the signature, possibly because of its date. Otherwise the service accepted or ignored the date: then a
    /// date outside the accepted window is itself wrong, and using it would make the next call fail.
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

    /// <summary>
    /// Whether a signature that was dated with a correction was refused because of its date, and another date would help.
    /// </summary>
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
