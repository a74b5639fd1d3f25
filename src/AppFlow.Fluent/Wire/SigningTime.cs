namespace AppFlow.Fluent.Wire;

/// <summary>When an attempt was signed, by each of the local clocks: one can be set back, the other can stand still while a machine sleeps.</summary>
/// <param name="UtcTicks">The time of day, without the correction.</param>
/// <param name="Timestamp">The clock that no one sets.</param>
/// <param name="Skew">The correction that the signature was dated with.</param>
internal readonly record struct SigningTime(long UtcTicks, long Timestamp, TimeSpan Skew)
{
    /// <summary>The time of day, without the correction.</summary>
    public DateTimeOffset Local => new(UtcTicks, TimeSpan.Zero);

    /// <summary>How long ago it was: the longer of what the two clocks say.</summary>
    public TimeSpan Age(TimeProvider timeProvider)
    {
        var byDay = TimeSpan.FromTicks(timeProvider.GetUtcNow().UtcTicks - UtcTicks);
        var byTimestamp = timeProvider.GetElapsedTime(Timestamp);
        return byDay > byTimestamp ? byDay : byTimestamp;
    }
}
