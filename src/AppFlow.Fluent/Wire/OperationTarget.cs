namespace AppFlow.Fluent.Wire;

/// <summary>Where an operation is sent, and its path as the signature wants it.</summary>
internal sealed record OperationTarget(Uri Uri, string CanonicalPath);
