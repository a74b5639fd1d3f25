using System.CommandLine;
using System.Globalization;
using AppFlow.Fluent.Benchmarks.Calls;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Instructions;

/// <summary><c>instructions</c>: the user-space instructions of one call, counted instead of timed. Needs valgrind and binutils.</summary>
internal sealed class InstructionsCommand : MeasuringCommand
{
    // Both counts include what a program does once, so that the difference does not.
    private const int FewCalls = 100;
    private const int ManyCalls = 500;

    // A call that waits for its answer always takes the same path. An answer that is sometimes there at once moves the count by 2 %.
    private const int PauseBeforeAnswer = 10;

    // It varies which thread continues a call, and how many instructions it takes to wake it.
    private const double Tolerance = 0.02;

    private readonly Option<int> _rounds = Count("--rounds", "How often each is counted.", 3);

    private readonly Option<bool> _guard = new("--guard")
    {
        Description = "Counts ours and its limit alone, writes nothing, and fails if their ratio is more than 2 % above the recorded one.",
    };

    public InstructionsCommand()
        : base("instructions", "Counts the user-space instructions of one call with valgrind, in Native AOT programs: raw, ours, and the AWS SDK.")
    {
        Add(_rounds);
        Add(_guard);
    }

    protected override async Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken)
    {
        var guards = arguments.GetValue(_guard);
        CountedCaller[] callers = guards
            ? [CountedCaller.Hashes, CountedCaller.Ours]
            : [CountedCaller.Raw, CountedCaller.Hashes, CountedCaller.Ours, CountedCaller.AwsSdk];
        Progress("Publishing");

        // The peer has its own program: what is linked beside a caller changes what its calls take by some percent.
        var program = await CountedProgram.PublishAsync(withPeer: false, cancellationToken);
        var peer = guards ? program : await CountedProgram.PublishAsync(withPeer: true, cancellationToken);
        using var server = OwnProcess.Start("server", "--pause", $"{PauseBeforeAnswer}");
        var address = await server.ReadLineAsync(cancellationToken);

        var perCall = new Dictionary<CountedCaller, double>();
        foreach (var caller in callers)
        {
            var rounds = new List<double>();
            for (var round = 0; round < arguments.GetValue(_rounds); round++)
            {
                Progress($"Counting: {caller.Title}");
                var executable = (caller == CountedCaller.AwsSdk ? peer : program).Executable;
                var few = await Callgrind.CountAsync(executable, [address, caller.Name, $"{FewCalls}"], cancellationToken);
                var many = await Callgrind.CountAsync(executable, [address, caller.Name, $"{ManyCalls}"], cancellationToken);
                rounds.Add((many - few) / (double)(ManyCalls - FewCalls));
            }

            perCall[caller] = Spread.Of(rounds).Median;
        }

        var counts = callers
            .Select(caller => new InstructionCount(caller.Name, caller.Title, perCall[caller], perCall[caller] / perCall[CountedCaller.Hashes]))
            .ToList();
        Print(run, counts);
        if (!guards)
        {
            ResultFile.Write(resultFolder, Name, new InstructionResults(run, counts));
            return;
        }

        var recorded = ResultFile.Read<InstructionResults>(resultFolder, Name)!.Counts.Single(count => count.Name == CountedCaller.Ours.Name).ToHashes;
        var counted = counts.Single(count => count.Name == CountedCaller.Ours.Name).ToHashes;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nRecorded: {recorded:F3}×, now {counted:F3}×."));
        if (counted > recorded * (1 + Tolerance))
        {
            throw new InvalidOperationException("A call takes more instructions than recorded.");
        }
    }

    private static void Print(RunInfo run, List<InstructionCount> counts)
    {
        Console.WriteLine($"\n### Instructions of a call\n\n{run}\n\nOne call in flight over loopback, each answer after {PauseBeforeAnswer} ms; the difference of {FewCalls} and {ManyCalls} calls.\n");
        var table = new MarkdownTable("program", "instructions a call", "to raw with hashes");
        foreach (var count in counts)
        {
            table.Add(
                count.Title,
                count.PerCall.ToString("N0", CultureInfo.InvariantCulture),
                count.ToHashes.ToString("F2", CultureInfo.InvariantCulture) + "×");
        }

        Console.Write(table);
    }
}
