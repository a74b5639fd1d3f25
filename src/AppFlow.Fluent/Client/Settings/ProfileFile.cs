namespace AppFlow.Fluent.Client.Settings;

/// <summary>A parsed profile file.</summary>
/// <param name="path">Its path, whether or not it exists.</param>
/// <param name="sections">Its sections by heading, with one space between words.</param>
internal sealed class ProfileFile(string path, Dictionary<string, ProfileSection> sections)
{
    public string Path => path;

    public ProfileSection? Section(string heading) => sections.GetValueOrDefault(heading);

    /// <exception cref="InvalidOperationException">
    /// The file exists but cannot be read, or is malformed; the message names it and the line.
    /// </exception>
    public static ProfileFile Read(string path, Func<string, string?> readFile)
    {
        string? text;
        try
        {
            text = readFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The file of AWS settings {SettingText.Of(path)} cannot be read: {e.Message}", e);
        }

        return new ProfileFile(path, string.IsNullOrWhiteSpace(text) ? [] : new ProfileFileParser(path).Parse(text));
    }
}
