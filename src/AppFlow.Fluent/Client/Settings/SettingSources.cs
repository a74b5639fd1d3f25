using System.Globalization;

namespace AppFlow.Fluent.Client.Settings;

/// <summary>
/// The sources of settings, in order of precedence: option, environment, profile. An empty or blank value counts as not set; a setting is
/// not read from a lower source if a higher one has it.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html"/>.</remarks>
internal sealed class SettingSources
{
    private readonly AmbientSettings _ambient;
    private readonly Setting? _profileName;
    private ProfileStore? _profiles;
    private ProfileChoice? _choice;

    /// <param name="ambient">The process and the machine.</param>
    /// <param name="profile">The profile that an option names.</param>
    /// <param name="optionName">The name of that option.</param>
    /// <exception cref="ArgumentException">The option names a profile that is in neither file.</exception>
    /// <exception cref="InvalidOperationException">
    /// The environment names such a profile, or a file is malformed or cannot be read.
    /// </exception>
    public SettingSources(AmbientSettings ambient, string? profile, string optionName)
    {
        _ambient = ambient;
        _profileName = ProfileChoice.Named(profile, optionName, ambient);
        if (_profileName is not null)
        {
            // A named profile must exist, even if other sources have all settings.
            _choice = ProfileChoice.Of(_profileName, Profiles);
        }
    }

    /// <summary>Whether an option names the profile, so that its credentials come before the environment's.</summary>
    public bool IsProfileOption => _profileName?.Option is not null;

    /// <summary>The files, read on first use: not at all if higher sources have all settings.</summary>
    /// <exception cref="InvalidOperationException">A file is malformed or cannot be read.</exception>
    public ProfileStore Profiles => _profiles ??= new ProfileStore(_ambient);

    /// <exception cref="InvalidOperationException">A file is malformed or cannot be read.</exception>
    public ProfileChoice Choice => _choice ??= ProfileChoice.Of(_profileName, Profiles);

    public Setting? OfVariable(string name) => _ambient.Value(name) is { } value ? Setting.OfVariable(value, name) : null;

    public Setting? OfProfile(string key) => Choice.Profile?.Find(key);

    /// <summary>A setting that does not affect requests: no file is read for it alone.</summary>
    public Setting? OfProfileIfRead(string key) => _profiles is not null ? OfProfile(key) : null;

    /// <summary>A setting that is true or false; null if it is not set.</summary>
    public Setting? Flag(bool? option, string optionName, string variable, string key) => option is { } set
        ? Setting.OfOption(set ? bool.TrueString : bool.FalseString, optionName)
        : Flag(variable, key);

    /// <inheritdoc cref="Flag(bool?, string, string, string)"/>
    public Setting? Flag(string variable, string key)
    {
        var setting = OfVariable(variable) ?? OfProfile(key);
        return setting is null || IsTrue(setting) || setting.Value.Equals(bool.FalseString, StringComparison.OrdinalIgnoreCase)
            ? setting
            : throw setting.Refused("true or false");
    }

    public static bool IsTrue(Setting? flag) => flag is not null && flag.Value.Equals(bool.TrueString, StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole number from 1; null if it is not set.</summary>
    public int? Count(int? option, string optionName, string variable, string key)
    {
        var setting = Setting.OfOption(option?.ToString(CultureInfo.InvariantCulture), optionName) ?? OfVariable(variable) ?? OfProfile(key);
        return setting is null
            ? null
            : int.TryParse(setting.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= 1
                ? number
                : throw setting.Refused($"a whole number from 1 to {int.MaxValue}");
    }
}
