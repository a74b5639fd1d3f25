using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using AppFlow.Fluent.Benchmarks.FSharpChecks;

/// <summary>
/// What the runtime starts in each process of a measured build: at its end, the process writes what it cost. The runtime finds it by its
/// name, which can have no namespace.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(ProcessCost.FolderVariable) is not { } folder)
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            var cpu = Environment.CpuUsage.TotalTime;
            using var process = Process.GetCurrentProcess();
            var wall = DateTime.Now - process.StartTime;
            File.WriteAllText(
                Path.Combine(folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)),
                string.Create(CultureInfo.InvariantCulture, $"{Assembly.GetEntryAssembly()?.GetName().Name} {wall.TotalSeconds:R} {cpu.TotalSeconds:R}"));
        };
    }
}
