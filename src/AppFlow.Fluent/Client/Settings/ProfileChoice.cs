namespace AppFlow.Fluent.Client.Settings;

/// <summary>Which profile the settings come from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Profile">The profile; null where nobody named one and there is no default one.</param>
internal sealed record ProfileChoice(string Name, Profile? Profile)
{
    public const string DefaultName = "default";

    /// <summary>Whether an option named it, so that its credentials come before the environment's.</summary>
    public bool IsOption { get; private init; }

    /// <exception cref="ArgumentException">The option names a profile that is in neither file.</exception>
    /// <exception cref="InvalidOperationException">The environment does.</exception>
    public static ProfileChoice Of(string? option, string optionName, AmbientSettings ambient, ProfileStore store)
    {
        const string Variable = "AWS_PROFILE";

        var named = Setting.OfOption(option, optionName)
            ?? (ambient.Value(Variable) is { } value ? Setting.OfVariable(value, Variable) : null);
        var name = named?.Value ?? DefaultName;
        var profile = store.Find(name);
        return profile is null && named is not null
            ? throw named.Fault(
                $"{named.Source} names the profile '{SettingText.Of(name)}', which is in neither of the files {store.Files}; "
                + $"it must be a profile of one of them.{store.HeadingHint(name)}")
            : new ProfileChoice(name, profile) { IsOption = named?.Option is not null };
    }
}
