namespace AppFlow.Fluent.Benchmarks.Probes;

/// <summary>What a probe says when its first answer is there.</summary>
internal static class Answered
{
    /// <summary>Prints the process's CPU time in milliseconds; that it prints is the moment that counts.</summary>
    public static void Now() => Console.WriteLine(Environment.CpuUsage.TotalTime.TotalMilliseconds);
}
