using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests;

/// <summary><c>samples/Worker</c> in its own process.</summary>
public sealed partial class WorkerTests
{
    private static readonly string Program = Path.Combine(Repository.Root, "samples/Worker", Repository.Output, "Worker.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_worker_rolls_out_every_release_and_ends()
    {
        using var worker = new RunningWorker("--Releases:Pause", "00:00:00");

        Assert.Equal(0, await worker.ExitCodeAsync());
        Assert.All(["release-1", "release-2", "release-3"], release => Assert.Contains($"{release} was applied to arn:aws:appflow:us-east-1:123456789012:connector/orders", worker.Log, StringComparison.Ordinal));
        Assert.Contains("Appflow.UpdateConnectorRegistration", worker.Log, StringComparison.Ordinal);
        Assert.Contains("client.call.duration", worker.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_runs_with_two_configuration_lines_against_another_process_s_emulator()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var worker = new RunningWorker("--AppFlow:Endpoint", $"{appflow.Endpoint}", "--AppFlow:Region", "us-east-1", "--Releases:Pause", "00:00:00");

        Assert.Equal(0, await worker.ExitCodeAsync());
        Assert.Equal(4, appflow.Applied.Count);
    }

    [Fact]
    public async Task A_signal_in_the_middle_of_a_call_ends_it_cleanly_with_the_token_in_the_log()
    {
        using var service = new TcpListener(IPAddress.Loopback, 0);
        service.Start();
        using var worker = new RunningWorker("--AppFlow:Endpoint", $"http://{service.LocalEndpoint}", "--AppFlow:Region", "us-east-1");
        using var connection = await service.AcceptTcpClientAsync().WaitAsync(Patience);
        var token = await ReadClientTokenAsync(connection.GetStream()).WaitAsync(Patience);

        worker.Terminate();

        Assert.Equal(0, await worker.ExitCodeAsync());
        Assert.Contains($"Stopped in the middle of a call; its client token is {token}", worker.Log, StringComparison.Ordinal);
    }

    // The service has received the whole call, and does not answer.
    private static async Task<string> ReadClientTokenAsync(NetworkStream stream)
    {
        var (received, buffer) = (new StringBuilder(), new byte[4096]);
        while (true)
        {
            received.Append(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)));
            if (ClientToken().Match(received.ToString()) is { Success: true } found)
            {
                return found.Groups[1].Value;
            }
        }
    }

    [GeneratedRegex("\"clientToken\":\"([^\"]+)\"}")]
    private static partial Regex ClientToken();

    private sealed class RunningWorker : IDisposable
    {
        private readonly Process _process;
        private readonly Lock _lock = new();
        private readonly List<string> _lines = [];

        public RunningWorker(params string[] arguments)
        {
            var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["AWS_ACCESS_KEY_ID"] = "emulator";
            start.Environment["AWS_SECRET_ACCESS_KEY"] = "emulator";
            _process = Process.Start(start)!;
            _process.OutputDataReceived += (_, line) => Add(line.Data);
            _process.ErrorDataReceived += (_, line) => Add(line.Data);
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        public string Log
        {
            get
            {
                lock (_lock)
                {
                    return string.Join('\n', _lines);
                }
            }
        }

        public void Terminate()
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            kill.WaitForExit();
        }

        public async Task<int> ExitCodeAsync()
        {
            await _process.WaitForExitAsync().WaitAsync(Patience);
            return _process.ExitCode;
        }

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                _process.Kill();
            }

            _process.Dispose();
        }

        private void Add(string? line)
        {
            lock (_lock)
            {
                _lines.Add(line ?? "");
            }
        }
    }
}
