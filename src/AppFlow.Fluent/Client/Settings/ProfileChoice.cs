namespace AppFlow.Fluent.Client.Settings;

/// <summary>Which profile the settings come from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Profile">The profile; null if none is named and there is no default profile.</param>
internal sealed record ProfileChoice(string Name, Profile? Profile)
{
    public const string DefaultName = "default";

    /// <summary>The name from the option or the environment; null if neither has one.</summary>
    public static Setting? Named(string? option, string optionName, AmbientSettings ambient)
    {
        const string Variable = "AWS_PROFILE";

        return Setting.OfOption(option, optionName) ?? (ambient.Value(Variable) is { } value ? Setting.OfVariable(value, Variable) : null);
    }

    /// <param name="named">Its name; null for the default one.</param>
    /// <param name="store">The files.</param>
    /// <exception cref="ArgumentException">The option names a profile that is in neither file.</exception>
    /// <exception cref="InvalidOperationException">The environment names a profile that is in neither file.</exception>
    public static ProfileChoice Of(Setting? named, ProfileStore store)
    {
        var name = named?.Value ?? DefaultName;
        var profile = store.Find(name);
        return profile is null && named is not null
            ? throw named.Fault(
                $"{named.Source} names the profile '{SettingText.Of(name)}', which is in neither of the files {store.Files}; "
                + $"it must be a profile of one of them.{store.HeadingHint(name)}")
            : new ProfileChoice(name, profile);
    }
}
