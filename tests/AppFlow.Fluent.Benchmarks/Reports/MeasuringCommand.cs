using System.CommandLine;

namespace AppFlow.Fluent.Benchmarks.Reports;

/// <summary>A command that measures something, prints and saves the numbers.</summary>
internal abstract class MeasuringCommand : Command
{
    private readonly Option<string> _results = new("--results")
    {
        Description = "The folder that the numbers are written to as JSON; the repository's own when it is not given.",
        HelpName = "folder",
        DefaultValueFactory = _ => Repository.Results,
    };

    protected MeasuringCommand(string name, string description)
        : base(name, description)
    {
        Add(_results);
        SetAction(async (arguments, cancellationToken) =>
        {
            // The command line without the folder, which is specific to this machine.
            var typed = arguments.Tokens.Select(token => token.Value).Skip(1).ToList();
            var results = typed.IndexOf(_results.Name);
            if (results >= 0)
            {
                typed.RemoveRange(results, 2);
            }

            await MeasureAsync(arguments, RunInfo.Of(name, typed), arguments.GetValue(_results)!, cancellationToken);
        });
    }

    protected static Option<int> Count(string name, string description, int defaultValue) =>
        new(name) { Description = description, HelpName = "n", DefaultValueFactory = _ => defaultValue };

    protected abstract Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken);

    /// <summary>Prints progress to the error output, so that the table can be redirected separately.</summary>
    protected static void Progress(string text) => Console.Error.WriteLine(text);
}
