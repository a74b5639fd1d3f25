namespace AppFlow.Fluent.Emulator.Inspector;

/// <summary>A file of the inspector's page.</summary>
/// <param name="ContentType">The media type.</param>
/// <param name="Content">The bytes.</param>
/// <param name="ETag">A value that changes when the bytes do.</param>
internal sealed record InspectorFile(string ContentType, byte[] Content, string ETag);
