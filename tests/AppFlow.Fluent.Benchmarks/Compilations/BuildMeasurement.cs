using System.Collections.Immutable;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>The cost of one build.</summary>
/// <param name="Seconds">The wall-clock time.</param>
/// <param name="CpuSeconds">Of all threads.</param>
/// <param name="Bytes">The allocated bytes: unlike times, they do not depend on the machine's load.</param>
/// <param name="Rules">How long each analyzer ran, by the names of its rules, as the compiler counts it.</param>
/// <param name="Reported">How many diagnostics the analyzers gave.</param>
internal sealed record BuildMeasurement(double Seconds, double CpuSeconds, long Bytes, ImmutableDictionary<string, double> Rules, int Reported);
