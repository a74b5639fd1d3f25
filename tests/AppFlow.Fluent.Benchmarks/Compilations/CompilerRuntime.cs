using System.Diagnostics;
using System.Runtime;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>
/// The runtime settings of the compiler: the server garbage collector. And without instrumented code, which the ahead-of-time compiled
/// compiler does not use either; here it would take minutes to settle.
/// </summary>
internal static class CompilerRuntime
{
    public static bool IsAsCompilers => GCSettings.IsServerGC;

    /// <summary>Runs the same command line in a process with these settings.</summary>
    public static async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, Environment.GetCommandLineArgs().Skip(1));
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Insert(0, typeof(CompilerRuntime).Assembly.Location);
        }

        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("The measurement failed; what it said stands above.");
        }
    }
}
