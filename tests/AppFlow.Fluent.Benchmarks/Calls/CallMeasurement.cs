namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>What a number of calls cost the process that made them.</summary>
/// <param name="Calls">How many there were.</param>
/// <param name="Seconds">The time on the wall.</param>
/// <param name="CpuSeconds">The time of all threads of the process on a core, in user and kernel mode.</param>
/// <param name="Bytes">What was allocated on the managed heap.</param>
internal sealed record CallMeasurement(int Calls, double Seconds, double CpuSeconds, long Bytes)
{
    public double CallsPerSecond => Calls / Seconds;

    public double CpuMillisecondsPerThousand => CpuSeconds * 1e6 / Calls;

    public double BytesPerCall => (double)Bytes / Calls;
}
