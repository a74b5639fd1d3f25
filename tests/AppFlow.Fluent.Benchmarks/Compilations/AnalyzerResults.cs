using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>What <c>analyzer</c> measured.</summary>
internal sealed record AnalyzerResults(
    RunInfo Run, IReadOnlyList<BuildSeries> Builds, IReadOnlyList<RuleSeries> Rules, IReadOnlyList<EditSeries> Edits);
