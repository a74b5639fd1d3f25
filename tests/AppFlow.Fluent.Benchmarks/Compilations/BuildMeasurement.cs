using System.Collections.Immutable;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>What one build cost.</summary>
/// <param name="Seconds">On the wall, of all cores.</param>
/// <param name="CpuSeconds">Of all threads.</param>
/// <param name="Bytes">What was allocated: unlike times, the same however busy the machine is.</param>
/// <param name="Rules">How long each analyzer ran, by the names of its rules, as the compiler counts it.</param>
/// <param name="Reported">How many diagnostics the analyzers gave.</param>
internal sealed record BuildMeasurement(double Seconds, double CpuSeconds, long Bytes, ImmutableDictionary<string, double> Rules, int Reported);
