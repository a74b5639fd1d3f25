namespace AppFlow.Fluent.Benchmarks.Emulators;

/// <summary>One round.</summary>
/// <param name="Updates">How many updates the emulator has received after it.</param>
/// <param name="Emulator">The results of the emulator's program.</param>
/// <param name="Keeping">The results of the program that keeps its state in a file.</param>
/// <param name="Idle">The results of the server that only answers.</param>
internal sealed record EmulatorRound(int Updates, SendMeasurement Emulator, SendMeasurement Keeping, SendMeasurement Idle);
