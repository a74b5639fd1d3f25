namespace AppFlow.Fluent.Wire;

/// <summary>When an attempt was signed, by each of the local clocks: one can be set back, the other can stand still while a machine sleeps.</summary>
/// <param name="UtcTicks">The time of day, without the correction.</param>
/// <param name="Timestamp">The clock that no one sets.</param>
/// <param name="Skew">The correction that the signature was dated with.</param>
internal readonly record struct SigningTime(long UtcTicks, long Timestamp, TimeSpan Skew)
{
    /// <summary>The time of day, without the correction.</summary>
    public DateTimeOffset Local => new(UtcTicks, TimeSpan.Zero);

    /// <summary>How long it is after an earlier time: the longer of what the two clocks say.</summary>
    /// <param name="earlier">The earlier time.</param>
    /// <param name="timeProvider">The clocks that told both.</param>
    public TimeSpan Since(SigningTime earlier, TimeProvider timeProvider)
    {
        var byDay = TimeSpan.FromTicks(UtcTicks - earlier.UtcTicks);
        var byTimestamp = timeProvider.GetElapsedTime(earlier.Timestamp, Timestamp);
        return byDay > byTimestamp ? byDay : byTimestamp;
    }
}
