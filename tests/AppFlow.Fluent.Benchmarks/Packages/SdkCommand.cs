using System.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Packages;

/// <summary>Runs <c>dotnet</c> and returns its output.</summary>
internal static class SdkCommand
{
    /// <returns>Its output; null if it failed.</returns>
    public static async Task<string?> RunAsync(IEnumerable<string> arguments, string logFile, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var log = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        await File.WriteAllTextAsync(logFile, log, cancellationToken);
        return process.ExitCode == 0 ? log : null;
    }
}
