using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client;

/// <summary>How many attempts a call may make, and how long each may take.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>.</remarks>
internal readonly record struct AttemptSettings(int MaxAttempts, TimeSpan Timeout)
{
    private const string StandardMode = "standard";

    // The default of HttpClient and the AWS SDK for .NET.
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    /// <summary>The configured retry mode that is treated as <c>standard</c>; null if there is none.</summary>
    public Setting? OtherMode { get; private init; }

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">
    /// A variable or a setting of the profile is out of range; the exception names it.
    /// </exception>
    public static AttemptSettings Resolve(AppFlowClientOptions options, SettingSources sources) => new(
        sources.Count(options.MaxAttempts, nameof(options.MaxAttempts), "AWS_MAX_ATTEMPTS", "max_attempts") ?? RetryPolicy.DefaultMaxAttempts,
        TimeoutOf(options))
    {
        OtherMode = OtherModeOf(sources),
    };

    private static Setting? OtherModeOf(SettingSources sources) =>
        (sources.OfVariable("AWS_RETRY_MODE") ?? sources.OfProfileIfRead("retry_mode")) is not { } mode
            ? null
            : mode.Value.ToLowerInvariant() switch
            {
                StandardMode => null,
                "legacy" or "adaptive" => mode,
                _ => throw mode.Refused("standard, adaptive or legacy"),
            };

    private static TimeSpan TimeoutOf(AppFlowClientOptions options)
    {
        var timeout = options.AttemptTimeout ?? DefaultTimeout;
        return timeout == System.Threading.Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout <= LongestTimeout)
            ? timeout
            : throw Setting.Given(DurationText.Of(timeout), nameof(options.AttemptTimeout))
                .Refused($"longer than no time and at most {LongestTimeout.TotalDays:0} days, or Timeout.InfiniteTimeSpan");
    }
}
