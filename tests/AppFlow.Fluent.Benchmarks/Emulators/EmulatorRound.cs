namespace AppFlow.Fluent.Benchmarks.Emulators;

/// <summary>One round: how many updates the emulator has had after it, and what both servers did in it.</summary>
internal sealed record EmulatorRound(int Updates, SendMeasurement Emulator, SendMeasurement Idle);
