namespace AppFlow.Fluent.Benchmarks.Emulators;

/// <summary>One round: the number of updates the emulator has received after it, and the results of both servers.</summary>
internal sealed record EmulatorRound(int Updates, SendMeasurement Emulator, SendMeasurement Idle);
