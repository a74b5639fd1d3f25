using System.Diagnostics;

namespace AppFlow.Fluent.Soak;

/// <summary>The peak memory of this process.</summary>
internal static class Peak
{
    public static long Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024 / 1024;
    }
}
