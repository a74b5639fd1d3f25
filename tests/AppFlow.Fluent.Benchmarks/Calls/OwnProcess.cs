using System.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>Another process of this program, started with a hidden command, which communicates line by line.</summary>
internal sealed class OwnProcess : IDisposable
{
    private readonly Process _process;

    private OwnProcess(Process process) => _process = process;

    public static OwnProcess Start(params IEnumerable<string> arguments)
    {
        var start = Command(arguments);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        return new OwnProcess(Process.Start(start)!);
    }

    /// <summary>Runs a command of this program with an environment variable set, and returns its exit code.</summary>
    public static async Task<int> RunAsync(string command, (string Name, string Value) variable, CancellationToken cancellationToken)
    {
        var start = Command([command]);
        start.Environment[variable.Name] = variable.Value;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken)
        ?? throw new InvalidOperationException("A process of the benchmark stopped before its time; what it said stands above.");

    public async Task<string> AskAsync(string line, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return await ReadLineAsync(cancellationToken);
    }

    private static ProcessStartInfo Command(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Closes its input, which ends the process.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
