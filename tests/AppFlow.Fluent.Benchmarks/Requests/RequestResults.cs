using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Requests;

/// <summary>What <c>request</c> measured.</summary>
internal sealed record RequestResults(RunInfo Run, IReadOnlyList<RequestResult> Results);
