using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Bodies;

/// <summary>The numbers of one run of <c>bodies</c>.</summary>
internal sealed record BodiesResults(RunInfo Run, IReadOnlyList<BodySeries> Bodies);
