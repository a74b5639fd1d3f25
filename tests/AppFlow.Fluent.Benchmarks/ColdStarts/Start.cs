namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>One start of a probe.</summary>
/// <param name="Milliseconds">The wall-clock time from the start of the process to its first answer.</param>
/// <param name="CpuMilliseconds">The CPU time of the process until then.</param>
internal sealed record Start(double Milliseconds, double CpuMilliseconds);
