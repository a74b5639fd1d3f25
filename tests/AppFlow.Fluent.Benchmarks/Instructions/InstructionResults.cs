using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Instructions;

/// <summary>The results of <c>instructions</c>.</summary>
internal sealed record InstructionResults(RunInfo Run, IReadOnlyList<InstructionCount> Counts);
