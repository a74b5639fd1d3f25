namespace AppFlow.Fluent.Client.Settings;

/// <summary>A setting in a profile file.</summary>
/// <param name="Value">Its value, trimmed; it may be empty.</param>
/// <param name="Line">Its line number, from 1.</param>
internal sealed record ProfileProperty(string Value, int Line)
{
    /// <summary>The settings that are indented below it; null if there are none.</summary>
    public Dictionary<string, ProfileProperty>? Nested { get; set; }
}
