namespace AppFlow.Fluent.Client.Settings;

/// <summary>A profile: its sections in both files. If both have a setting, the credentials file takes precedence.</summary>
/// <param name="name">Its name.</param>
/// <param name="credentials">Its section in the credentials file.</param>
/// <param name="config">Its section in the config file.</param>
internal sealed class Profile(string name, ProfileSection? credentials, ProfileSection? config)
{
    public string Name => name;

    /// <summary>Its sections, in order of precedence.</summary>
    public IEnumerable<ProfileSection> Sections
    {
        get
        {
            if (credentials is not null)
            {
                yield return credentials;
            }

            if (config is not null)
            {
                yield return config;
            }
        }
    }

    /// <summary>The setting; null if it is absent or empty.</summary>
    public Setting? Find(string key)
    {
        foreach (var section in Sections)
        {
            if (section.Find(key) is { } property)
            {
                return new Setting(property.Value, Source(key, section, property.Line));
            }
        }

        return null;
    }

    /// <summary>The value of a setting; null if it is absent or empty.</summary>
    public string? Value(string key) => credentials?.Find(key)?.Value ?? config?.Find(key)?.Value;

    private string Source(string key, ProfileSection section, int line) => $"{key} of the profile '{SettingText.Of(name)}' ({section.Path}, line {line})";
}
