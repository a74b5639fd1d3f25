using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.FSharpChecks;

/// <summary>What <c>fsharp</c> measured.</summary>
internal sealed record FSharpResults(RunInfo Run, IReadOnlyList<FSharpSeries> Series);
