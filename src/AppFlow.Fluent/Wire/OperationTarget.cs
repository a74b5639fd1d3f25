namespace AppFlow.Fluent.Wire;

/// <summary>The address of an operation, and its path as the signature needs it.</summary>
internal sealed record OperationTarget(Uri Uri, string CanonicalPath);
