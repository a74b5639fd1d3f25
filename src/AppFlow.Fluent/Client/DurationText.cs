using System.Globalization;

namespace AppFlow.Fluent.Client;

/// <summary>Durations in readable form.</summary>
internal static class DurationText
{
    public static string Of(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 1 } => Number(duration.TotalMilliseconds, "ms"),
        { TotalMinutes: < 5 } => Number(duration.TotalSeconds, "s"),
        { TotalHours: < 5 } => Number(duration.TotalMinutes, "min"),
        { TotalDays: < 3 } => Number(duration.TotalHours, "h"),
        _ => Number(duration.TotalDays, "days"),
    };

    private static string Number(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {unit}");
}
