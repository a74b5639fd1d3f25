using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Instructions;

/// <summary>What <c>instructions</c> counted.</summary>
internal sealed record InstructionResults(RunInfo Run, IReadOnlyList<InstructionCount> Counts);
