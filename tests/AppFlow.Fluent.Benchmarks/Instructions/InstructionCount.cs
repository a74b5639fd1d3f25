namespace AppFlow.Fluent.Benchmarks.Instructions;

/// <summary>The user-space instructions of one call.</summary>
/// <param name="Name">The caller's name.</param>
/// <param name="Title">The caller's name in tables.</param>
/// <param name="PerCall">Instructions per call, the median of the rounds.</param>
/// <param name="ToHashes">The ratio to the limit: ready bytes and a signature's hashes.</param>
internal sealed record InstructionCount(string Name, string Title, double PerCall, double ToHashes);
