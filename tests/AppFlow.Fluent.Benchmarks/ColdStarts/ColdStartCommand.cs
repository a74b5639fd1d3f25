using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using AppFlow.Fluent.Benchmarks.Packages;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary><c>coldstart</c>: from the start of a process to its first answer.</summary>
internal sealed class ColdStartCommand : MeasuringCommand
{
    private const int UnmeasuredRounds = 2;

    private readonly Option<int> _rounds = Count("--rounds", "How often every probe is started.", 15);

    public ColdStartCommand()
        : base("coldstart", "Publishes small programs (JIT, ReadyToRun, Native AOT) and measures them from process start to first answer, beside raw and the AWS SDK.") => Add(_rounds);

    protected override async Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken)
    {
        Progress("Packing the library");
        // With machine code for this machine.
        string[] options = ["-p:PackReadyToRun=" + RuntimeInformation.RuntimeIdentifier];
        var library = await PackedProjects.PackAsync("probes", PackedProjects.Library, options, cancellationToken);
        var servers = await ProbeServer.StartAllAsync(cancellationToken);
        var series = new List<ColdStartSeries>();
        var impossible = new List<string>();
        foreach (var kind in ProbeKind.All)
        {
            var probes = new List<PublishedProbe>();
            foreach (var probe in Probe.All)
            {
                Progress($"Publishing: {probe.Title}, {kind.Title}");
                if (await ProbePublisher.PublishAsync(probe, kind, library, cancellationToken) is { } published)
                {
                    probes.Add(published);
                }
                else
                {
                    impossible.Add($"{probe.Title} cannot be published as {kind.Title} on this machine: see artifacts/benchmarks/probes/{kind.Name}/{probe.Project}.log.");
                }
            }

            if (probes.Count > 0 && probes[0].Probe == Probe.All[0])
            {
                foreach (var server in servers)
                {
                    series.AddRange(await MeasureAsync(probes, server, arguments.GetValue(_rounds), cancellationToken));
                }
            }
        }

        foreach (var server in servers)
        {
            server.Dispose();
        }

        Print(run, series, impossible);
        ResultFile.Write(resultFolder, "coldstart", new ColdStartResults(run, series));
    }

    private static async Task<IEnumerable<ColdStartSeries>> MeasureAsync(
        List<PublishedProbe> probes, ProbeServer server, int rounds, CancellationToken cancellationToken)
    {
        var starts = probes.Select(_ => new List<Start>()).ToList();
        Progress($"Starting each {rounds} times: {server.Title}");
        for (var round = -UnmeasuredRounds; round < rounds; round++)
        {
            for (var i = 0; i < probes.Count; i++)
            {
                var turn = (i + round + UnmeasuredRounds) % probes.Count;
                var start = await ProbeRunner.StartAsync(probes[turn], server, cancellationToken);
                if (round >= 0)
                {
                    starts[turn].Add(start);
                }
            }
        }

        return probes.Select((probe, i) => ColdStartSeries.Of(probe, server, starts[i], starts[0]));
    }

    private static void Print(RunInfo run, List<ColdStartSeries> series, List<string> impossible)
    {
        Console.WriteLine($"\n### Cold start: from process start to first answer\n\n{run}\n\nMedian (least–greatest) of the rounds; ratios are to the first line in the same round.");
        foreach (var group in series.GroupBy(line => $"{line.Kind}, {line.Transport}"))
        {
            Console.WriteLine($"\n{group.Key}:\n");
            var table = new MarkdownTable("program", "ms", "wall to raw", "CPU ms", "CPU to raw", "size MB", "publish warnings");
            foreach (var line in group)
            {
                table.Add(
                    line.Title,
                    line.Milliseconds.Show("F1"),
                    line.WallRatio.Show("F2", "×"),
                    line.CpuMilliseconds.Show("F1"),
                    line.CpuRatio.Show("F2", "×"),
                    (line.Bytes / 1e6).ToString("F2", CultureInfo.InvariantCulture),
                    line.Warnings.ToString(CultureInfo.InvariantCulture));
            }

            Console.Write(table);
        }

        foreach (var line in impossible)
        {
            Console.WriteLine($"\n{line}");
        }
    }
}
