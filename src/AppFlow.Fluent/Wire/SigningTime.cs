namespace AppFlow.Fluent.Wire;

/// <summary>When an attempt was signed, by both local clocks: one can be set back, the other can stop while the machine sleeps.</summary>
/// <param name="UtcTicks">The time of day, without the correction.</param>
/// <param name="Timestamp">The monotonic clock.</param>
/// <param name="Skew">The correction that the signature was dated with.</param>
internal readonly record struct SigningTime(long UtcTicks, long Timestamp, TimeSpan Skew)
{
    /// <summary>The time of day, without the correction.</summary>
    public DateTimeOffset Local => new(UtcTicks, TimeSpan.Zero);

    /// <summary>The time since an earlier one: the longer of the two clocks' values.</summary>
    /// <param name="earlier">The earlier time.</param>
    /// <param name="timeProvider">The clocks of both times.</param>
    public TimeSpan Since(SigningTime earlier, TimeProvider timeProvider)
    {
        var byDay = TimeSpan.FromTicks(UtcTicks - earlier.UtcTicks);
        var byTimestamp = timeProvider.GetElapsedTime(earlier.Timestamp, Timestamp);
        return byDay > byTimestamp ? byDay : byTimestamp;
    }
}
