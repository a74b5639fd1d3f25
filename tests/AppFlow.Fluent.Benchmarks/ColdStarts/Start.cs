namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>One start of a probe.</summary>
/// <param name="Milliseconds">From the start of the process to its first answer, on the wall.</param>
/// <param name="CpuMilliseconds">What the process itself used until then.</param>
internal sealed record Start(double Milliseconds, double CpuMilliseconds);
