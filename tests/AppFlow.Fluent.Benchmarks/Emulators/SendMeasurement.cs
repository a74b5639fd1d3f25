namespace AppFlow.Fluent.Benchmarks.Emulators;

/// <summary>The cost of some updates.</summary>
/// <param name="PerSecond">Updates per second.</param>
/// <param name="ServerMicroseconds">The server's CPU for each.</param>
/// <param name="SenderMicroseconds">The sender's CPU for each.</param>
/// <param name="Megabytes">The server's working set afterwards.</param>
internal sealed record SendMeasurement(double PerSecond, double ServerMicroseconds, double SenderMicroseconds, double Megabytes);
