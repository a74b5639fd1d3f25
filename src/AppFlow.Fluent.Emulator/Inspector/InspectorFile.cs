namespace AppFlow.Fluent.Emulator.Inspector;

/// <summary>A file of the inspector's page.</summary>
/// <param name="ContentType">What it is.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ETag">What changes when the bytes do.</param>
internal sealed record InspectorFile(string ContentType, byte[] Content, string ETag);
