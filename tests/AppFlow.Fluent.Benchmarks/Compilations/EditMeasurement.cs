namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>What one edit cost.</summary>
/// <param name="Milliseconds">From the new text to the file's diagnostics.</param>
/// <param name="Bytes">What was allocated meanwhile.</param>
/// <param name="TreesRead">How many trees the token index read again.</param>
internal sealed record EditMeasurement(double Milliseconds, long Bytes, int TreesRead);
