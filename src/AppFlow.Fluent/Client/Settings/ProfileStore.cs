namespace AppFlow.Fluent.Client.Settings;

/// <summary>The two profile files, each read once and only if it exists.</summary>
internal sealed class ProfileStore
{
    private readonly ProfileFile _config;
    private readonly ProfileFile _credentials;

    /// <exception cref="InvalidOperationException">A file cannot be read, or is malformed; the message names it and the line.</exception>
    public ProfileStore(AmbientSettings ambient)
    {
        _config = ProfileFile.Read(PathOf("AWS_CONFIG_FILE", "config", ambient), ambient.ReadFile);
        _credentials = ProfileFile.Read(PathOf("AWS_SHARED_CREDENTIALS_FILE", "credentials", ambient), ambient.ReadFile);
    }

    public string ConfigPath => _config.Path;

    /// <summary>Both files, as part of a sentence.</summary>
    public string Files => $"{SettingText.Of(_config.Path)} and {SettingText.Of(_credentials.Path)}";

    /// <summary>The profile with that name; null if neither file has it.</summary>
    public Profile? Find(string name)
    {
        var credentials = _credentials.Section(name);
        var config = _config.Section($"profile {name}") ?? (name == ProfileChoice.DefaultName ? _config.Section(name) : null);
        return credentials is null && config is null ? null : new Profile(name, credentials, config);
    }

    /// <summary>A section of a kind that only the config file has: <c>services</c> and <c>sso-session</c>.</summary>
    public ProfileSection? ConfigSection(string kind, string name) => _config.Section($"{kind} {name}");

    /// <summary>How to fix a heading in the wrong form, as a sentence after a space; empty if there is none.</summary>
    public string HeadingHint(string name) => _config.Section(name) is not null
        ? $" {SettingText.Of(_config.Path)} has the heading [{SettingText.Of(name)}]; in that file it must be [profile {SettingText.Of(name)}]."
        : _credentials.Section($"profile {name}") is not null
            ? $" {SettingText.Of(_credentials.Path)} has the heading [profile {SettingText.Of(name)}]; in that file it must be [{SettingText.Of(name)}]."
            : "";

    private static string PathOf(string variable, string name, AmbientSettings ambient)
    {
        var home = ambient.Value("HOME") ?? ambient.Value("USERPROFILE") ?? ambient.Home() ?? "~";
        return ambient.Value(variable) is not { } path
            ? Path.Combine(home, ".aws", name)
            : path == "~" ? home
            : path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, path[2..])
            : path;
    }
}
