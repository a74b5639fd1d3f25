using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Client;

/// <summary>What a client says of its settings, once, when it is made.</summary>
internal static partial class SettingsLog
{
    [LoggerMessage(9, LogLevel.Information, "{Source} is {RetryMode}, which this client takes as standard")]
    public static partial void RetryModeTakenAsStandard(ILogger logger, string source, string retryMode);

    [LoggerMessage(10, LogLevel.Warning, "{Source} has {Length} characters; it is sent whole, but AWS asks for at most {Longest}")]
    public static partial void LongApplicationId(ILogger logger, string source, int length, int longest);
}
