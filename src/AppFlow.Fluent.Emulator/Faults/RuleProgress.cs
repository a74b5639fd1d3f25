namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>
/// A rule, and how many requests it has matched and hit. Not thread-safe: <see cref="FaultSchedule"/> lets one request in at a time.
/// </summary>
internal sealed class RuleProgress(FaultRule rule, int seed, int index)
{
    private long _matched;
    private long _hit;

    public FaultRule Rule => rule;

    /// <summary>Counts the request if it matches, and returns whether it is hit.</summary>
    public bool Next(string operation, string? connectorLabel)
    {
        var matches = (rule.Operation ?? operation) == operation && (rule.ConnectorLabel ?? connectorLabel) == connectorLabel;
        if (!matches)
        {
            return false;
        }

        _matched++;
        var isHit = rule.Nth is { } nth
            ? _matched >= nth && _matched - nth < (rule.Times ?? 1)
            : _hit < (rule.Times ?? long.MaxValue) && SeededDraw.At(seed, index, _matched) < rule.Probability;
        if (isHit)
        {
            _hit++;
        }

        return isHit;
    }
}
