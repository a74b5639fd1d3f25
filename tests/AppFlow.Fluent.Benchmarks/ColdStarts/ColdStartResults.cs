using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>What <c>coldstart</c> measured.</summary>
internal sealed record ColdStartResults(RunInfo Run, IReadOnlyList<ColdStartSeries> Series);
