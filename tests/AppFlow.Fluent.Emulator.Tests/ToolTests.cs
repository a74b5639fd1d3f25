using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed partial class ToolTests
{
    [Fact]
    public async Task The_program_prints_one_line_and_serves_until_it_is_told_to_stop()
    {
        using var program = StartProgram(["--port", "0"]);
        var endpoint = await ReadEndpointAsync(program);

        (await new RawRequest(endpoint, "/list-connectors").SignAndSendAsync()).ShouldSucceed();

        await StopAsync(program);
        Assert.Equal("", await program.StandardOutput.ReadToEndAsync());
        Assert.Equal("", await program.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task Each_option_has_its_effect()
    {
        using var program = StartProgram(
            ["--port", "0", "--access-key", "key", "--secret-key", "secret", "--region", "cn-north-1", "--account-id", "000000000001", "--session-token", "token"]);
        var endpoint = await ReadEndpointAsync(program);
        var request = new RawRequest(
            endpoint, "/register-connector", $$$$"""{"connectorLabel":"orders","connectorProvisioningConfig":{"lambda":{"lambdaArn":"{{{{TestEmulator.LambdaArn}}}}"}}}""")
        {
            AccessKey = "key",
            SecretKey = "secret",
        };
        request.Scope = request.Scope.Replace("us-east-1", "cn-north-1", StringComparison.Ordinal);

        (await request.SignAndSendAsync()).ShouldFail(403, "UnrecognizedClientException");
        var answer = await request.With("X-Amz-Security-Token", "token").SignAndSendAsync();

        Assert.Equal("""{"connectorArn":"arn:aws-cn:appflow:cn-north-1:000000000001:connector/orders"}""", answer.ShouldSucceed().Body);
        await StopAsync(program);
    }

    [Fact]
    public async Task Faults_ledger_clock_and_reset_are_there_for_any_client()
    {
        using var program = StartProgram(["--port", "0"]);
        var endpoint = await ReadEndpointAsync(program);
        using var http = new HttpClient { BaseAddress = new Uri(endpoint, "/_emulator/") };
        using var plan = new StringContent("""{"rules":[{"kind":"dropBeforeApplying","operation":"ListConnectors","nth":1}]}""");
        using var advance = new StringContent("""{"advance":"08:00:01"}""");

        (await http.PutAsync("faults", plan)).EnsureSuccessStatusCode();
        Assert.Equal(new RawReply("", WasReset: true), await new RawRequest(endpoint, "/list-connectors").SignAndExchangeAsync());
        Assert.Contains("\"fault\":\"dropBeforeApplying\"", await http.GetStringAsync("ledger"), StringComparison.Ordinal);
        (await http.PostAsync("clock", advance)).EnsureSuccessStatusCode();
        (await http.PostAsync("reset", null)).EnsureSuccessStatusCode();

        Assert.Equal("""{"received":[],"applied":[]}""", await http.GetStringAsync("ledger"));
        await StopAsync(program);
    }

    [Fact]
    public async Task Faults_can_be_there_from_the_start()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{"rules":[{"kind":"errorBeforeApplying","nth":1,"statusCode":429}]}""");
            using var program = StartProgram(["--port", "0", "--faults", file]);
            var endpoint = await ReadEndpointAsync(program);

            Assert.Equal(429, (await new RawRequest(endpoint, "/list-connectors").SignAndSendAsync()).Status);
            await StopAsync(program);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_wrong_fault_plan_is_one_line_and_a_failure()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{"rules":[{"kind":"delay","nth":1}]}""");

            var (exitCode, output, error) = await RunAsync("--faults", file);

            Assert.Equal(2, exitCode);
            Assert.Equal("", output);
            Assert.Equal($"appflow-emulator: --faults {file}: rules[0].delay is required where kind is delay.", Assert.Single(Lines(error)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_environment_and_settings_files_decide_nothing()
    {
        var directory = Directory.CreateTempSubdirectory("appflow-emulator");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "appsettings.json"), """{"urls":"http://0.0.0.0:1","Kestrel":{"Endpoints":{"Http":{"Url":"http://0.0.0.0:1"}}}}""");
            using var program = StartProgram(["--port", "0"], directory.FullName, new()
            {
                ["ASPNETCORE_URLS"] = "http://0.0.0.0:1",
                ["ASPNETCORE_HTTP_PORTS"] = "1",
                ["DOTNET_URLS"] = "http://0.0.0.0:1",
                ["Kestrel__Endpoints__Http__Url"] = "http://0.0.0.0:1",
                ["Logging__LogLevel__Default"] = "Trace",
            });
            var endpoint = await ReadEndpointAsync(program);

            (await new RawRequest(endpoint, "/list-connectors").SignAndSendAsync()).ShouldSucceed();
            await StopAsync(program);
            Assert.Equal("", await program.StandardOutput.ReadToEndAsync());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_taken_port_is_one_line_and_a_failure()
    {
        await using var appflow = await TestEmulator.StartAsync();
        var port = appflow.Emulator.Endpoint.Port;

        var (exitCode, output, error) = await RunAsync("--port", $"{port}");

        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.StartsWith($"appflow-emulator: Cannot listen on 127.0.0.1:{port}: ", Assert.Single(Lines(error)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port must", "--port", "65536")]
    [InlineData("--port must", "--port", "-1")]
    [InlineData("--port", "--port", "abc")]
    [InlineData("--port", "--port")]
    [InlineData("--access-key must", "--access-key", "")]
    [InlineData("--secret-key must", "--secret-key", "")]
    [InlineData("--session-token must", "--session-token", "a b")]
    [InlineData("--region must", "--region", "US EAST")]
    [InlineData("--account-id must be exactly 12 digits.", "--account-id", "12")]
    [InlineData("--faults no-such-file.json: ", "--faults", "no-such-file.json")]
    [InlineData("--faults : ", "--faults", "")]
    [InlineData("--nonsense", "--nonsense")]
    public async Task A_wrong_argument_is_one_line_and_a_failure(string expected, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.Contains(expected, Assert.Single(Lines(error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_tells_how_to_point_a_client_at_it()
    {
        var (exitCode, output, error) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Equal("", error);
        Assert.Contains("AWS_ENDPOINT_URL_APPFLOW=http://127.0.0.1:8321", output, StringComparison.Ordinal);
        Assert.Contains("appflow-emulator [options]", output, StringComparison.Ordinal);
        Assert.Contains("--session-token", output, StringComparison.Ordinal);
        Assert.All(
            ["/_emulator/ledger", "/_emulator/faults", "/_emulator/clock", "/_emulator/reset", "--faults"],
            part => Assert.Contains(part, output, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<FaultKind>(), kind => Assert.Contains(JsonNamingPolicy.CamelCase.ConvertName($"{kind}"), output, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^Listening on (http://127\.0\.0\.1:[0-9]+)$")]
    private static partial Regex ReadyLine();

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Process StartProgram(string[] arguments, string? directory = null, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = directory ?? AppContext.BaseDirectory,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "AppFlow.Fluent.Emulator.Tool.dll") },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<Uri> ReadEndpointAsync(Process program)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var line = await program.StandardOutput.ReadLineAsync(timeout.Token);
        return new Uri(ReadyLine().Match(line ?? "").Groups[1].Value);
    }

    private static async Task StopAsync(Process program)
    {
        if (OperatingSystem.IsWindows())
        {
            // There is no signal that one process could send another there.
            program.Kill();
            return;
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {program.Id}"]);
        await program.WaitForExitAsync(timeout.Token);
        Assert.Equal(0, program.ExitCode);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var program = StartProgram(arguments);
        var output = program.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = program.StandardError.ReadToEndAsync(timeout.Token);
        await program.WaitForExitAsync(timeout.Token);
        return (program.ExitCode, await output, await error);
    }
}
