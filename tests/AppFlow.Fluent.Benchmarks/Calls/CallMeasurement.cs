namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>The cost of a number of calls for their process.</summary>
/// <param name="Calls">The number of calls.</param>
/// <param name="Seconds">The wall-clock time.</param>
/// <param name="CpuSeconds">The CPU time of all threads of the process, in user and kernel mode.</param>
/// <param name="Bytes">The bytes allocated on the managed heap.</param>
internal sealed record CallMeasurement(int Calls, double Seconds, double CpuSeconds, long Bytes)
{
    public double CallsPerSecond => Calls / Seconds;

    public double CpuMillisecondsPerThousand => CpuSeconds * 1e6 / Calls;

    public double BytesPerCall => (double)Bytes / Calls;
}
