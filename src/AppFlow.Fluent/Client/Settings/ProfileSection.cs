namespace AppFlow.Fluent.Client.Settings;

/// <summary>The settings below one heading of a profile file.</summary>
/// <param name="path">The file.</param>
internal sealed class ProfileSection(string path)
{
    public string Path => path;

    /// <summary>The settings by name, ignoring case.</summary>
    public Dictionary<string, ProfileProperty> Properties { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The setting with that name; null if it is absent or empty.</summary>
    public ProfileProperty? Find(string name) => Properties.TryGetValue(name, out var property) && property.Value.Length > 0 ? property : null;

    /// <summary>The setting indented below another; null if it is absent or empty.</summary>
    public ProfileProperty? Find(string parent, string name) =>
        Properties.TryGetValue(parent, out var property) && property.Nested?.GetValueOrDefault(name) is { Value.Length: > 0 } nested ? nested : null;
}
