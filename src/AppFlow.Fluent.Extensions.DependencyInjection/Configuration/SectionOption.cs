using System.Globalization;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Configuration;

/// <summary>An option that a section can set.</summary>
/// <param name="Key">Its key, which is the option's name.</param>
/// <param name="Expected">The valid values, to follow "must be".</param>
/// <param name="Read">Parses a trimmed, non-empty text; null if it is invalid.</param>
/// <param name="Set">Sets the option.</param>
/// <param name="Get">Gets the option.</param>
internal sealed record SectionOption(
    string Key,
    string Expected,
    Func<string, object?> Read,
    Action<AppFlowClientOptions, object> Set,
    Func<AppFlowClientOptions, object?> Get)
{
    public static SectionOption Region { get; } = new(
        nameof(AppFlowClientOptions.Region), "text", static text => text, static (options, value) => options.Region = (string)value, static options => options.Region);

    public static SectionOption Profile { get; } = new(
        nameof(AppFlowClientOptions.Profile), "text", static text => text, static (options, value) => options.Profile = (string)value, static options => options.Profile);

    public static IReadOnlyList<SectionOption> All { get; } =
    [
        Region,
        new(
            nameof(AppFlowClientOptions.Endpoint),
            "an absolute http or https address",
            Address,
            static (options, value) => options.Endpoint = (Uri)value,
            static options => options.Endpoint),
        Profile,
        new(
            nameof(AppFlowClientOptions.ApplicationId),
            "text",
            static text => text,
            static (options, value) => options.ApplicationId = (string)value,
            static options => options.ApplicationId),
        new(
            nameof(AppFlowClientOptions.MaxAttempts),
            "a whole number from 1",
            static text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number : null,
            static (options, value) => options.MaxAttempts = (int)value,
            static options => options.MaxAttempts),
        new(
            nameof(AppFlowClientOptions.AttemptTimeout),
            "a time as hours, minutes and seconds, for example 00:00:30",

            // A number alone would mean days, and 30 is never meant that way.
            static text => text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time) ? time : null,
            static (options, value) => options.AttemptTimeout = (TimeSpan)value,
            static options => options.AttemptTimeout),
        OfFlag(nameof(AppFlowClientOptions.UseFips), static (options, value) => options.UseFips = (bool)value, static options => options.UseFips),
        OfFlag(nameof(AppFlowClientOptions.UseDualStack), static (options, value) => options.UseDualStack = (bool)value, static options => options.UseDualStack),
        OfFlag(nameof(AppFlowClientOptions.AllowPlainHttp), static (options, value) => options.AllowPlainHttp = (bool)value, static options => options.AllowPlainHttp),
    ];

    /// <summary>A value in a form that an error can quote: an address without its password.</summary>
    public string Quote(string value) => SettingText.Of(Key == nameof(AppFlowClientOptions.Endpoint) ? EndpointText.Of(value) : value);

    private static SectionOption OfFlag(string key, Action<AppFlowClientOptions, object> set, Func<AppFlowClientOptions, object?> get) =>
        new(key, "true or false", static text => bool.TryParse(text, out var flag) ? flag : null, set, get);

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri : null;
}
