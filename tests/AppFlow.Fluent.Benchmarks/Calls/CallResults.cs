using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>What <c>call</c> measured.</summary>
internal sealed record CallResults(RunInfo Run, IReadOnlyList<CallSeries> Series);
