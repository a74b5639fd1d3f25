using System.CommandLine;
using System.Globalization;
using AppFlow.Fluent.Benchmarks.Reports;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace AppFlow.Fluent.Benchmarks.Requests;

/// <summary><c>request</c>: the cost of one update before HTTP.</summary>
internal sealed class RequestCommand : MeasuringCommand
{
    private readonly Option<int> _iterations = Count("--iterations", "How many measurements of 100 ms each for every line.", 20);

    public RequestCommand()
        : base("request", "Build, validate, serialise and sign one update: time and bytes, beside the floor and AWSSDK.Core's signer.") => Add(_iterations);

    protected override Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken)
    {
        // In this process: the measured code takes a few microseconds and needs no settings and no separate build.
        var job = Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(8)
            .WithIterationCount(arguments.GetValue(_iterations))
            .WithIterationTime(TimeInterval.FromMilliseconds(100));
        var log = Path.Combine(Directory.CreateDirectory(Repository.Scratch("request")).FullName, "log.txt");
        using var writer = new StreamWriter(log);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(new StreamLogger(writer))
            .WithArtifactsPath(Repository.Scratch("request"));
        Progress("Twelve lines, a few seconds each");
        var summary = BenchmarkRunner.Run<RequestBenchmark>(config);

        var results = summary.Reports.Where(report => report.ResultStatistics is not null).Select(ResultOf).ToList();
        if (results.Count == 0)
        {
            throw new InvalidOperationException("BenchmarkDotNet measured nothing: see artifacts/benchmarks/request/log.txt.");
        }

        Print(run, results);
        ResultFile.Write(resultFolder, "request", new RequestResults(run, results));
        return Task.CompletedTask;
    }

    private static RequestResult ResultOf(BenchmarkReport report) => new(
        report.BenchmarkCase.Parameters[nameof(RequestBenchmark.Size)].ToString()!,
        report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
        report.ResultStatistics!.Median,
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);

    private static void Print(RunInfo run, List<RequestResult> results)
    {
        Console.WriteLine($"\n### One update before HTTP\n\n{run}\n");
        var table = new MarkdownTable("update", "what", "ns", "to the floor", "bytes");
        foreach (var size in results.GroupBy(result => result.Size))
        {
            var floor = size.First(result => result.What == nameof(RequestBenchmark.Floor)).Nanoseconds;
            foreach (var result in size)
            {
                table.Add(
                    size.Key,
                    NameOf(result.What),
                    result.Nanoseconds.ToString("N0", CultureInfo.InvariantCulture),
                    (result.Nanoseconds / floor).ToString("F2", CultureInfo.InvariantCulture) + "×",
                    result.Bytes.ToString("N0", CultureInfo.InvariantCulture));
            }
        }

        Console.WriteLine(table);
    }

    private static string NameOf(string method) => method switch
    {
        nameof(RequestBenchmark.Floor) => "floor: Utf8JsonWriter, SHA-256 twice, HMAC once",
        nameof(RequestBenchmark.Ours) => "AppFlow.Fluent: build, validate, serialise, sign",
        nameof(RequestBenchmark.Build) => "– build and validate",
        nameof(RequestBenchmark.Serialise) => "– serialise",
        nameof(RequestBenchmark.Sign) => "– sign",
        _ => "AWSSDK.Core's AWSSigV4Signer: sign only",
    };
}
