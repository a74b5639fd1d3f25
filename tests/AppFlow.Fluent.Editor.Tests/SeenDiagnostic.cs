namespace AppFlow.Fluent.Editor.Tests;

/// <summary>What a reader sees of a diagnostic. Lines and columns begin at 1.</summary>
internal sealed record SeenDiagnostic(string File, int Line, int Column, int EndLine, int EndColumn, string Severity, string Id, string Message, string? Help);
