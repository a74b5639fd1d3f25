using Spectre.Console;

namespace AppFlow.Fluent.Soak;

/// <summary>A progress bar on a terminal; nothing if the output goes to a file.</summary>
internal static class SoakProgress
{
    public static async Task<SoakReport> RunAsync(SoakOptions options, CancellationToken cancellationToken)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi)
        {
            return await Soak.RunAsync(options, cancellationToken).ConfigureAwait(false);
        }

        return await AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("calls", maxValue: options.Calls);
                return await Soak.RunAsync(options, new Bar(bar), cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Increment(value);
    }
}
