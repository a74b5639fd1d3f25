namespace AppFlow.Fluent.Editor.Tests;

/// <summary>The visible parts of a diagnostic. Lines and columns begin at 1.</summary>
internal sealed record SeenDiagnostic(string File, int Line, int Column, int EndLine, int EndColumn, string Severity, string Id, string Message, string? Help);
