namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>A probe ready to be started.</summary>
/// <param name="Probe">Which one.</param>
/// <param name="Kind">How it was compiled.</param>
/// <param name="Executable">The program.</param>
/// <param name="Bytes">The size of all that has to be shipped with it.</param>
/// <param name="Warnings">How many different warnings its publishing gave.</param>
internal sealed record PublishedProbe(Probe Probe, ProbeKind Kind, string Executable, long Bytes, int Warnings);
