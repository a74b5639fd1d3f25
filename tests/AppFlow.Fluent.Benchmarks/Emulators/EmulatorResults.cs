using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Emulators;

/// <summary>The numbers of one run of <c>emulator</c>.</summary>
internal sealed record EmulatorResults(RunInfo Run, IReadOnlyList<EmulatorRound> Rounds);
