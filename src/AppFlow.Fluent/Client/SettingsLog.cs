using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Client;

/// <summary>Log messages about a client's settings, written once when it is created.</summary>
internal static partial class SettingsLog
{
    [LoggerMessage(9, LogLevel.Information, "{Source} is {RetryMode}, which this client treats as standard")]
    public static partial void RetryModeTreatedAsStandard(ILogger logger, string source, string retryMode);

    [LoggerMessage(10, LogLevel.Warning, "{Source} has {Length} characters; it is sent unchanged, but AWS recommends at most {Longest}")]
    public static partial void LongApplicationId(ILogger logger, string source, int length, int longest);
}
