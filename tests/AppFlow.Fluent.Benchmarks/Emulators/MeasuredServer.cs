using System.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Emulators;

/// <summary>A server in its own process, and the sender for its measurement.</summary>
internal sealed class MeasuredServer : IDisposable
{
    private readonly Process _process;

    private MeasuredServer(Process process, UpdateSender sender) => (_process, Sender) = (process, sender);

    public UpdateSender Sender { get; }

    /// <summary>Starts a program whose first line ends with its address.</summary>
    public static async Task<MeasuredServer> StartAsync(string program, string[] arguments, int connections, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { program },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException($"{program} stopped before its time; what it said stands above.");
        return new MeasuredServer(process, new UpdateSender(new Uri(line.Split(' ')[^1]), connections));
    }

    public async Task<SendMeasurement> SendAsync(int updates)
    {
        var (serverBefore, senderBefore, begun) = (ServerTime(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await Sender.SendAsync(updates);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return new SendMeasurement(
            updates / seconds,
            (ServerTime() - serverBefore).TotalMicroseconds / updates,
            (Environment.CpuUsage.TotalTime - senderBefore).TotalMicroseconds / updates,
            _process.WorkingSet64 / 1024.0 / 1024);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private TimeSpan ServerTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }
}
