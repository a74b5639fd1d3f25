namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>A probe ready to be started.</summary>
/// <param name="Probe">Which one.</param>
/// <param name="Kind">How it was compiled.</param>
/// <param name="Executable">The program.</param>
/// <param name="Bytes">The size of all files to ship.</param>
/// <param name="Warnings">The number of different warnings when it was published.</param>
internal sealed record PublishedProbe(Probe Probe, ProbeKind Kind, string Executable, long Bytes, int Warnings);
