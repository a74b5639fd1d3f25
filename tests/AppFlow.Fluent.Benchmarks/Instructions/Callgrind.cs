using System.Diagnostics;
using System.Globalization;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Instructions;

/// <summary>Counts user-space instructions of all threads with valgrind's callgrind.</summary>
internal static class Callgrind
{
    private const string Totals = "totals: ";

    /// <returns>How many instructions the program executed from its start to its end.</returns>
    /// <exception cref="InvalidOperationException">valgrind or the program failed.</exception>
    public static async Task<long> CountAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var output = Path.Combine(Repository.Scratch("instructions"), $"callgrind.{arguments[1]}.{arguments[^1]}.out");
        var start = new ProcessStartInfo("valgrind", ["--quiet", "--tool=callgrind", "--callgrind-out-file=" + output, program, .. arguments])
        {
            RedirectStandardOutput = true,
        };

        // How long a thread spins before it sleeps depends on what else the machine does.
        start.Environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"valgrind failed on {string.Join(' ', arguments)}; what it said stands above.");
        }

        var totals = File.ReadLines(output).Last(line => line.StartsWith(Totals, StringComparison.Ordinal));
        return long.Parse(totals[Totals.Length..], CultureInfo.InvariantCulture);
    }
}
