using System.Globalization;

namespace AppFlow.Fluent.Client;

/// <summary>How many attempts a call may make, and how long each may take.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>.</remarks>
internal readonly record struct AttemptSettings(int MaxAttempts, TimeSpan Timeout)
{
    private const string Variable = "AWS_MAX_ATTEMPTS";

    // As long as HttpClient and the AWS SDK for .NET wait.
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    /// <exception cref="ArgumentException">A value is out of its range; the exception names its source.</exception>
    public static AttemptSettings Resolve(AppFlowClientOptions options, AmbientSettings ambient) =>
        new(MaxAttemptsOf(options, ambient), TimeoutOf(options));

    private static int MaxAttemptsOf(AppFlowClientOptions options, AmbientSettings ambient)
    {
        if (options.MaxAttempts is { } option)
        {
            return AtLeastOne(option, nameof(AppFlowClientOptions.MaxAttempts));
        }

        if (ambient.Variable(Variable) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var variable)
                ? AtLeastOne(variable, Variable)
                : throw Fault(Variable, $"{Variable} must be a whole number from 1; it is '{text}'.");
        }

        return ambient.MaxAttempts() is { } profile ? AtLeastOne(profile, "max_attempts") : RetryPolicy.DefaultMaxAttempts;
    }

    private static int AtLeastOne(int value, string source) =>
        value >= 1 ? value : throw Fault(source, $"{source} must be a whole number from 1; it is {value}.");

    private static TimeSpan TimeoutOf(AppFlowClientOptions options)
    {
        var timeout = options.AttemptTimeout ?? DefaultTimeout;
        return timeout == System.Threading.Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout <= LongestTimeout)
            ? timeout
            : throw Fault(
                nameof(options.AttemptTimeout),
                $"AttemptTimeout must be longer than no time and at most {LongestTimeout.TotalDays:0} days, or Timeout.InfiniteTimeSpan; it is {DurationText.Of(timeout)}.");
    }

    private static ArgumentException Fault(string setting, string message) => new(message, setting);
}
