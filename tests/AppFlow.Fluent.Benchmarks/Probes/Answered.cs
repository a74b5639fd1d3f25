namespace AppFlow.Fluent.Benchmarks.Probes;

/// <summary>The output of a probe after its first answer.</summary>
internal static class Answered
{
    /// <summary>Prints the process's CPU time in milliseconds; the time of the output is measured.</summary>
    public static void Now() => Console.WriteLine(Environment.CpuUsage.TotalTime.TotalMilliseconds);
}
