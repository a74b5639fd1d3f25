using System.Diagnostics;
using System.Globalization;
using Fleet.Storage;

namespace Fleet.Rehearsing;

/// <summary>This program's command <c>work</c> as a separate process, as on another machine.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <param name="command">The arguments that make this program a worker that ends when its standard input closes.</param>
    /// <param name="place">Where the jobs are.</param>
    /// <param name="folder">A folder without AWS files, so that this machine's own settings do not reach the rehearsal.</param>
    public static WorkerProcess Start(IEnumerable<string> command, StoragePlace place, string folder)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        string[] arguments =
        [
            typeof(WorkerProcess).Assembly.Location,
            .. command,
            "--sqlite",
            place.Sqlite,
            "--invisibility",
            place.Invisibility.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(variable);
        }

        start.Environment["AWS_ACCESS_KEY_ID"] = "emulator";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "emulator";
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(folder, "none");
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder, "none");

        // A connection string contains a password, and everyone on the machine can see a command line.
        start.Environment["FLEET_POSTGRES"] = place.Postgres ?? "";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new WorkerProcess(process);
    }

    /// <summary><c>kill -9</c>: no handler runs, nothing is put back.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Lets it finish its jobs and stop.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
