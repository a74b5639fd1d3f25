namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>One round of builds of one project.</summary>
/// <param name="Compile">The compiler's run without analyzers.</param>
/// <param name="Analyses">All diagnostics, with each set of analyzers and with none.</param>
internal sealed record BuildRound(BuildMeasurement Compile, IReadOnlyDictionary<AnalyzerSet, BuildMeasurement> Analyses)
{
    public double AddedCpuSeconds(AnalyzerSet set) => Analyses[set].CpuSeconds - Analyses[AnalyzerSet.None].CpuSeconds;

    public double AddedKilobytes(AnalyzerSet set) => (Analyses[set].Bytes - Analyses[AnalyzerSet.None].Bytes) / 1000.0;

    public double RuleSeconds(AnalyzerSet set) => Analyses[set].Rules.Values.Sum();
}
