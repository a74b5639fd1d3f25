namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>The cost of one edit.</summary>
/// <param name="Milliseconds">From the new text to the file's diagnostics.</param>
/// <param name="Bytes">The bytes allocated in that time.</param>
/// <param name="TreesRead">How many trees the token index read again.</param>
internal sealed record EditMeasurement(double Milliseconds, long Bytes, int TreesRead);
