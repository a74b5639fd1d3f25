using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary><c>call</c>: the client's cost of a call, over loopback.</summary>
internal sealed class CallCommand : MeasuringCommand
{
    private const int Sequential = 1;
    private const int Parallel = 64;

    private readonly Option<int> _rounds = Count("--rounds", "How often every mode is measured.", 15);
    private readonly Option<int> _sequentialCalls = Count("--sequential-calls", "How many calls one after the other a round makes.", 8_000);
    private readonly Option<int> _parallelCalls = Count("--parallel-calls", "How many calls with 64 in flight a round makes.", 30_000);
    private readonly Option<int> _warmUpCalls = Count("--warm-up-calls", "How many calls each process makes first.", 40_000);

    public CallCommand()
        : base("call", "Calls over loopback, one after the other and 64 in flight: requests per second, client CPU and bytes, beside a raw HttpClient and the AWS SDK.")
    {
        Add(_rounds);
        Add(_sequentialCalls);
        Add(_parallelCalls);
        Add(_warmUpCalls);
    }

    protected override async Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken)
    {
        using var server = OwnProcess.Start("server");
        var address = await server.ReadLineAsync(cancellationToken);
        var warmUpCalls = arguments.GetValue(_warmUpCalls).ToString(CultureInfo.InvariantCulture);
        var clients = new List<OwnProcess>();
        var measured = new Dictionary<(CallMode Mode, int InFlight), List<CallMeasurement>>();
        try
        {
            foreach (var mode in CallMode.All)
            {
                Progress($"Warming up: {mode.Title}");
                var client = OwnProcess.Start("call-client", mode.Name, address, warmUpCalls);
                clients.Add(client);
                await client.ReadLineAsync(cancellationToken);
            }

            var rounds = arguments.GetValue(_rounds);
            for (var round = 0; round < rounds; round++)
            {
                Progress($"Round {round + 1} of {rounds}");
                foreach (var (inFlight, calls) in new[] { (Sequential, arguments.GetValue(_sequentialCalls)), (Parallel, arguments.GetValue(_parallelCalls)) })
                {
                    // Each round starts with another mode, so that none always follows the same one.
                    for (var i = 0; i < clients.Count; i++)
                    {
                        var turn = (i + round) % clients.Count;
                        var answer = await clients[turn].AskAsync(string.Create(CultureInfo.InvariantCulture, $"{inFlight} {calls}"), cancellationToken);
                        var key = (CallMode.All[turn], inFlight);
                        measured.TryAdd(key, []);
                        measured[key].Add(JsonSerializer.Deserialize<CallMeasurement>(answer)!);
                    }
                }
            }
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }

        var series = new[] { Sequential, Parallel }
            .SelectMany(inFlight => CallMode.All.Select(mode => CallSeries.Of(mode, inFlight, measured[(mode, inFlight)], measured[(CallMode.All[0], inFlight)])))
            .ToList();
        Print(run, series);
        ResultFile.Write(resultFolder, "call", new CallResults(run, series));
    }

    private static void Print(RunInfo run, List<CallSeries> series)
    {
        Console.WriteLine($"\n### Calls over loopback\n\n{run}\n\nMedian (least–greatest) of the rounds; ratios are to the first line in the same round.");
        foreach (var group in series.GroupBy(line => line.InFlight))
        {
            Console.WriteLine($"\n{(group.Key == Sequential ? "One after the other" : string.Create(CultureInfo.InvariantCulture, $"{group.Key} in flight"))}:\n");
            var table = new MarkdownTable("client", "calls/s", "CPU ms per 1,000", "CPU to raw", "bytes per call", "bytes to raw");
            foreach (var line in group)
            {
                table.Add(
                    line.Title,
                    line.CallsPerSecond.Show("N0"),
                    line.CpuMillisecondsPerThousand.Show("F1"),
                    line.CpuRatio.Show("F2", "×"),
                    line.BytesPerCall.Show("N0"),
                    line.BytesRatio.Median.ToString("F2", CultureInfo.InvariantCulture) + "×");
            }

            Console.Write(table);
        }
    }
}
