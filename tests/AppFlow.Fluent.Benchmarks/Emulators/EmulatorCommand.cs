using System.CommandLine;
using System.Globalization;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Emulators;

/// <summary><c>emulator</c>: signed updates per second over loopback, and the memory that they take.</summary>
internal sealed class EmulatorCommand : MeasuringCommand
{
    private readonly Option<int> _updates = Count("--updates", "How many updates are sent to the emulator, in ten rounds.", 1_000_000);
    private readonly Option<int> _connections = Count("--connections", "How many connections send at once.", 64);

    public EmulatorCommand()
        : base("emulator", "Signed updates over loopback from this process to the emulator's program: updates a second, CPU, and the program's memory; beside the program with --state, and a server that only answers.")
    {
        Add(_updates);
        Add(_connections);
    }

    /// <summary>
    /// The program in its own folder, built with the same configuration: next to this one it would load other assemblies.
    /// </summary>
    private static string EmulatorProgram => AppContext.BaseDirectory.Replace(
        Path.Combine("tests", "AppFlow.Fluent.Benchmarks"), Path.Combine("src", "AppFlow.Fluent.Emulator.Tool"), StringComparison.Ordinal)
        + "AppFlow.Fluent.Emulator.Tool.dll";

    protected override async Task MeasureAsync(ParseResult arguments, RunInfo run, string resultFolder, CancellationToken cancellationToken)
    {
        const int Rounds = 10;
        var perRound = Math.Max(1, arguments.GetValue(_updates) / Rounds);
        var fewer = Math.Max(1, perRound / 4);
        var connections = arguments.GetValue(_connections);
        var folder = new DirectoryInfo(Repository.Scratch("state"));
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }

        folder.Create();
        var state = Path.Combine(folder.FullName, "state.db");
        using var emulator = await MeasuredServer.StartAsync(EmulatorProgram, ["--port", "0"], connections, cancellationToken);
        using var keeping = await MeasuredServer.StartAsync(EmulatorProgram, ["--port", "0", "--state", state], connections, cancellationToken);
        using var idle = await MeasuredServer.StartAsync(typeof(EmulatorCommand).Assembly.Location, ["server"], connections, cancellationToken);
        await emulator.Sender.RegisterAsync();
        await keeping.Sender.RegisterAsync();
        var measured = new List<EmulatorRound>();
        for (var round = 1; round <= Rounds; round++)
        {
            Progress($"Round {round} of {Rounds}");
            measured.Add(new EmulatorRound(
                round * perRound,
                await emulator.SendAsync(perRound),
                await keeping.SendAsync(fewer),
                await idle.SendAsync(fewer)));
        }

        Console.WriteLine($"\n### Signed updates over loopback\n\n{run}\n");
        var table = new MarkdownTable(
            "updates so far", "updates/s", "emulator CPU µs each", "sender CPU µs each", "emulator MB", "with --state/s", "its CPU µs each", "only answered/s", "its CPU µs each");
        foreach (var line in measured)
        {
            table.Add(
                line.Updates.ToString("N0", CultureInfo.InvariantCulture),
                line.Emulator.PerSecond.ToString("N0", CultureInfo.InvariantCulture),
                line.Emulator.ServerMicroseconds.ToString("F0", CultureInfo.InvariantCulture),
                line.Emulator.SenderMicroseconds.ToString("F0", CultureInfo.InvariantCulture),
                line.Emulator.Megabytes.ToString("F0", CultureInfo.InvariantCulture),
                line.Keeping.PerSecond.ToString("N0", CultureInfo.InvariantCulture),
                line.Keeping.ServerMicroseconds.ToString("F0", CultureInfo.InvariantCulture),
                line.Idle.PerSecond.ToString("N0", CultureInfo.InvariantCulture),
                line.Idle.ServerMicroseconds.ToString("F0", CultureInfo.InvariantCulture));
        }

        Console.Write(table);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nThe program with --state and the server that only answers got {fewer:N0} a round; the state takes {folder.EnumerateFiles().Sum(file => file.Length) / 1e6:F0} MB on disk."));
        ResultFile.Write(resultFolder, "emulator", new EmulatorResults(run, measured));
    }
}
