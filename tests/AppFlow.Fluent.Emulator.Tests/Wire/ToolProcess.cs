using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>The emulator's program as a child process, which ends with the test.</summary>
public sealed partial class ToolProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private ToolProcess(Process process) => _process = process;

    private static string Program => Path.Combine(AppContext.BaseDirectory, "AppFlow.Fluent.Emulator.Tool.dll");

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The bytes that the process holds in memory.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public bool HasExited => _process.HasExited;

    public static ToolProcess Start(params string[] arguments) => Start(arguments, directory: null);

    public static ToolProcess Start(string[] arguments, string? directory, Dictionary<string, string>? environment = null) =>
        Start(Host, [Program, .. arguments], directory, environment);

    /// <summary>Starts the program with a limit of file descriptors.</summary>
    public static ToolProcess StartWithFiles(int limit, params string[] arguments) =>
        Start("sh", ["-c", $"ulimit -n {limit}; exec \"$@\"", "sh", Host, Program, .. arguments], directory: null, environment: null);

    /// <summary>Lets no file grow beyond that many bytes, or <c>unlimited</c>.</summary>
    public async Task LimitFileSizeAsync(string bytes)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", $"{_process.Id}", $"--fsize={bytes}:unlimited"]);
        await prlimit.WaitForExitAsync();
        Assert.Equal(0, prlimit.ExitCode);
    }

    /// <summary>Ends the program at once, as kill -9 does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Reads one line that the program has printed.</summary>
    public async Task<string?> ReadLineAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        return await _process.StandardOutput.ReadLineAsync(timeout.Token);
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var program = Start(arguments);
        var output = program._process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = program._process.StandardError.ReadToEndAsync(timeout.Token);
        await program._process.WaitForExitAsync(timeout.Token);
        return (program._process.ExitCode, await output, await error);
    }

    /// <summary>Waits for the line with its address.</summary>
    public async Task<Uri> ReadEndpointAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var line = await _process.StandardOutput.ReadLineAsync(timeout.Token) ?? await _process.StandardError.ReadToEndAsync(timeout.Token);
        var ready = ReadyLine().Match(line);
        Assert.True(ready.Success, line);
        return new Uri(ready.Groups[1].Value);
    }

    /// <summary>Sends SIGTERM and returns the exit code, and how long the program took to end.</summary>
    public async Task<TimeSpan> StopAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        if (OperatingSystem.IsWindows())
        {
            // Processes cannot send each other signals there.
            _process.Kill();
            return TimeSpan.Zero;
        }

        using var timeout = new CancellationTokenSource(Patience);
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        await _process.WaitForExitAsync(timeout.Token);
        var taken = Stopwatch.GetElapsedTime(begun);
        Assert.Equal(0, _process.ExitCode);
        return taken;
    }

    public Task<string> ReadOutputAsync() => _process.StandardOutput.ReadToEndAsync();

    public Task<string> ReadErrorAsync() => _process.StandardError.ReadToEndAsync();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static ToolProcess Start(string file, string[] arguments, string? directory, Dictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(file)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = directory ?? AppContext.BaseDirectory,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return new ToolProcess(Process.Start(start)!);
    }

    [GeneratedRegex(@"^Listening on (http://127\.0\.0\.1:[0-9]+)$")]
    private static partial Regex ReadyLine();
}
