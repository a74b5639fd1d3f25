namespace AppFlow.Fluent.Benchmarks.Instructions;

/// <summary>The user-space instructions of one call.</summary>
/// <param name="Name">The caller's name.</param>
/// <param name="Title">What a table calls it.</param>
/// <param name="PerCall">Instructions a call, the middle of the rounds.</param>
/// <param name="ToHashes">In relation to ready bytes and a signature's hashes.</param>
internal sealed record InstructionCount(string Name, string Title, double PerCall, double ToHashes);
