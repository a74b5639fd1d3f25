using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Foreign;

/// <summary>What <c>foreign</c> measured.</summary>
internal sealed record ForeignResults(RunInfo Run, IReadOnlyList<ForeignSeries> Projects);
