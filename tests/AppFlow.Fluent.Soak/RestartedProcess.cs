using System.Diagnostics;
using System.Globalization;

namespace AppFlow.Fluent.Soak;

/// <summary>
/// A client process that is killed in the middle of its steps and started again. The two share nothing: the second starts at the first
/// step, with the same operation ids.
/// </summary>
internal sealed class RestartedProcess(Uri endpoint, int steps, int seed)
{
    /// <summary>Runs both processes and returns the lines of each: one per step that it saw applied.</summary>
    /// <exception cref="InvalidOperationException">The second ended with a failure.</exception>
    public async Task<(IReadOnlyList<string> First, IReadOnlyList<string> Second)> RunAsync(CancellationToken cancellationToken)
    {
        var first = await RunAsync(killAfter: steps / 2, cancellationToken).ConfigureAwait(false);
        return (first, await RunAsync(killAfter: null, cancellationToken).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<string>> RunAsync(int? killAfter, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                typeof(RestartedProcess).Assembly.Location,
                StepsCommand.CommandName,
                "--endpoint",
                endpoint.ToString(),
                "--steps",
                steps.ToString(CultureInfo.InvariantCulture),
                "--seed",
                seed.ToString(CultureInfo.InvariantCulture),
            },
        })!;
        try
        {
            var lines = new List<string>();
            while (lines.Count != killAfter
                && await process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                lines.Add(line);
            }

            if (killAfter is null)
            {
                await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
                return process.ExitCode == 0 ? lines : throw new InvalidOperationException($"The restarted process ended with {process.ExitCode}.");
            }

            return lines;
        }
        finally
        {
            process.Kill(); // If it has not ended by itself.
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}
