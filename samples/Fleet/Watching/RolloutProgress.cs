using System.Globalization;
using Spectre.Console;

namespace Fleet.Watching;

/// <summary>A progress bar on a terminal; a line for each quarter if the output goes to a file.</summary>
internal static class RolloutProgress
{
    public static async Task<T> RunAsync<T>(Func<IProgress<RolloutCount>, Task<T>> work)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi)
        {
            return await work(new Lines());
        }

        return await AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask("targets"))));
    }

    private static string TextOf(RolloutCount count) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count.Ended} of {count.Targets} targets: {count.Done} done, {count.Replayed} replayed, {count.Failed} failed");

    private sealed class Bar(ProgressTask task) : IProgress<RolloutCount>
    {
        public void Report(RolloutCount value)
        {
            task.MaxValue = Math.Max(1, value.Targets);
            task.Value = value.Ended;
            task.Description = TextOf(value);
        }
    }

    private sealed class Lines : IProgress<RolloutCount>
    {
        private int _quarters = -1;

        public void Report(RolloutCount value)
        {
            var quarters = 4 * value.Ended / Math.Max(1, value.Targets);
            if (quarters != _quarters)
            {
                _quarters = quarters;
                Console.WriteLine(TextOf(value));
            }
        }
    }
}
