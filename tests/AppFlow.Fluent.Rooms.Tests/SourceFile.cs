namespace AppFlow.Fluent.Rooms.Tests;

/// <summary>A source file of a project.</summary>
/// <param name="Path">Its path within the project, with slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>Its folder; a dot for the project's root.</summary>
    public string Room => Path.LastIndexOf('/') is var end and >= 0 ? Path[..end] : ".";
}
