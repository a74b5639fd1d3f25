using System.Text.Json;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class ToolTests
{
    [Fact]
    public async Task The_program_prints_one_line_and_serves_until_it_is_stopped()
    {
        using var program = ToolProcess.Start("--port", "0");
        var endpoint = await program.ReadEndpointAsync();

        (await new RawRequest(endpoint, "/list-connectors").SignAndSendAsync()).ShouldSucceed();

        await program.StopAsync();
        Assert.Equal("", await program.ReadOutputAsync());
        Assert.Equal("", await program.ReadErrorAsync());
    }

    [Fact]
    public async Task Each_option_has_its_effect()
    {
        using var program = ToolProcess.Start("--port", "0", "--access-key", "key", "--secret-key", "secret", "--region", "cn-north-1", "--account-id", "000000000001", "--session-token", "token");
        var endpoint = await program.ReadEndpointAsync();
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
        await program.StopAsync();
    }

    [Fact]
    public async Task Faults_ledger_clock_and_reset_work_for_any_client()
    {
        using var program = ToolProcess.Start("--port", "0");
        var endpoint = await program.ReadEndpointAsync();
        using var http = new HttpClient { BaseAddress = new Uri(endpoint, "/_emulator/") };
        using var plan = new StringContent("""{"rules":[{"kind":"dropBeforeApplying","operation":"ListConnectors","nth":1}]}""");
        using var advance = new StringContent("""{"advance":"08:00:01"}""");

        (await http.PutAsync("faults", plan)).EnsureSuccessStatusCode();
        Assert.Equal(new RawReply("", WasReset: true), await new RawRequest(endpoint, "/list-connectors").SignAndExchangeAsync());
        Assert.Contains("\"fault\":\"dropBeforeApplying\"", await http.GetStringAsync("ledger"), StringComparison.Ordinal);
        (await http.PostAsync("clock", advance)).EnsureSuccessStatusCode();
        (await http.PostAsync("reset", null)).EnsureSuccessStatusCode();

        Assert.Equal("""{"received":[],"applied":[]}""", await http.GetStringAsync("ledger"));
        await program.StopAsync();
    }

    [Fact]
    public async Task Faults_can_be_set_from_the_start()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{"rules":[{"kind":"errorBeforeApplying","nth":1,"statusCode":429}]}""");
            using var program = ToolProcess.Start("--port", "0", "--faults", file);
            var endpoint = await program.ReadEndpointAsync();

            Assert.Equal(429, (await new RawRequest(endpoint, "/list-connectors").SignAndSendAsync()).Status);
            await program.StopAsync();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_invalid_fault_plan_prints_one_line_and_fails()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{"rules":[{"kind":"delay","nth":1}]}""");

            var (exitCode, output, error) = await ToolProcess.RunAsync("--faults", file);

            Assert.Equal(2, exitCode);
            Assert.Equal("", output);
            Assert.Equal($"appflow-emulator: --faults {file}: rules[0].delay is required when kind is delay.", Assert.Single(Lines(error)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_environment_and_settings_files_have_no_effect()
    {
        var directory = Directory.CreateTempSubdirectory("appflow-emulator");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "appsettings.json"), """{"urls":"http://0.0.0.0:1","Kestrel":{"Endpoints":{"Http":{"Url":"http://0.0.0.0:1"}}}}""");
            using var program = ToolProcess.Start(["--port", "0"], directory.FullName, new()
            {
                ["ASPNETCORE_URLS"] = "http://0.0.0.0:1",
                ["ASPNETCORE_HTTP_PORTS"] = "1",
                ["DOTNET_URLS"] = "http://0.0.0.0:1",
                ["Kestrel__Endpoints__Http__Url"] = "http://0.0.0.0:1",
                ["Logging__LogLevel__Default"] = "Trace",
            });
            var endpoint = await program.ReadEndpointAsync();

            (await new RawRequest(endpoint, "/list-connectors").SignAndSendAsync()).ShouldSucceed();
            await program.StopAsync();
            Assert.Equal("", await program.ReadOutputAsync());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_taken_port_prints_one_line_and_fails()
    {
        await using var appflow = await TestEmulator.StartAsync();
        var port = appflow.Emulator.Endpoint.Port;

        var (exitCode, output, error) = await ToolProcess.RunAsync("--port", $"{port}");

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
    [InlineData("--region must", "--region", "-")]
    [InlineData("--region must", "--region", "----")]
    [InlineData("--region must", "--region", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("--region must", "--region", "")]
    [InlineData("--account-id must", "--account-id", "")]
    [InlineData("--account-id must", "--account-id", "\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661")]
    [InlineData("--access-key must", "--access-key", "a/b")]
    [InlineData("--session-token must", "--session-token", "")]
    [InlineData("--ledger-entries must be 1 or more", "--ledger-entries", "0")]
    [InlineData("--ledger-entries", "--ledger-entries", "99999999999")]
    [InlineData("--allow-host must", "--allow-host", "*.test")]
    [InlineData("--allow-host must", "--allow-host", "good.test", "--allow-host", "bad.test:80")]
    [InlineData("--allow-host must", "--allow-host", "")]
    [InlineData("--port", "--port", "1", "--port", "1")]
    [InlineData("--secret-key", "--secret-key", "a", "--secret-key", "a")]
    [InlineData("--region", "--region", "us-east-1", "--region=us-east-1")]
    [InlineData("--ledger-entries", "--ledger-entries", "1", "--ledger-entries", "1")]
    [InlineData("--faults", "--faults", "a", "--faults", "a")]
    [InlineData("--state must name a file", "--state", "")]
    [InlineData("--state", "--state")]
    [InlineData("--state", "--state", "a", "--state", "b")]
    [InlineData("--verbose", "--verbose", "--verbose")]
    [InlineData("true", "--verbose", "true")]
    [InlineData("[suggest]", "[suggest]")]
    [InlineData("@arguments", "@arguments")]
    [InlineData("--faults /dev/zero: The file is larger than 1 MiB.", "--faults", "/dev/zero")]
    [InlineData("--account-id must be exactly 12 digits.", "--account-id", "12")]
    [InlineData("--faults no-such-file.json: ", "--faults", "no-such-file.json")]
    [InlineData("--faults : ", "--faults", "")]
    [InlineData("--nonsense", "--nonsense")]
    public async Task A_wrong_argument_prints_one_line_and_fails(string expected, params string[] arguments)
    {
        var (exitCode, output, error) = await ToolProcess.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.Contains(expected, Assert.Single(Lines(error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_that_begins_with_an_at_sign_is_not_a_file()
    {
        using var program = ToolProcess.Start("--port", "0", "--secret-key", "@notes");
        var endpoint = await program.ReadEndpointAsync();

        (await new RawRequest(endpoint, "/list-connectors") { SecretKey = "@notes" }.SignAndSendAsync()).ShouldSucceed();
        await program.StopAsync();
    }

    [Theory]
    [InlineData("--nonsense\u001b[31m\u0007\u009b\r\nsecond\u2028third\u202efourth")]
    [InlineData("--faults", "no-such\u001b]0;title\u0007\nfile")]
    [InlineData("--port", "\u001b[2J")]
    public async Task An_error_message_cannot_control_the_terminal(params string[] arguments)
    {
        var (exitCode, _, error) = await ToolProcess.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains('\uFFFD', Assert.Single(Lines(error)));
        Assert.DoesNotContain(error.TrimEnd('\n'), c => char.IsControl(c) || c is '\u2028' or '\u202e');
    }

    [Fact]
    public async Task A_long_error_message_is_truncated_but_still_says_what_is_wrong()
    {
        var (exitCode, _, error) = await ToolProcess.RunAsync(new string('x', 20_000));
        Assert.Equal(2, exitCode);
        Assert.InRange(Assert.Single(Lines(error)).Length, 1_000, 2_000);

        (exitCode, _, error) = await ToolProcess.RunAsync("--faults", new string('x', 20_000));
        Assert.Equal(2, exitCode);
        Assert.Matches("^appflow-emulator: --faults x{299}…: .+$", Assert.Single(Lines(error)).TrimEnd()[..400]);
    }

    [Fact]
    public async Task Allowed_hosts_and_the_ledger_size_are_options()
    {
        using var program = ToolProcess.Start("--port", "0", "--allow-host", "appflow.test", "--allow-host", "Other.test", "--ledger-entries", "2");
        var endpoint = await program.ReadEndpointAsync();

        foreach (var host in new[] { "APPFLOW.test:1", "other.test", "localhost" })
        {
            (await new RawRequest(endpoint, "/list-connectors").With("Host", host).SignAndSendAsync()).ShouldSucceed();
        }

        (await new RawRequest(endpoint, "/list-connectors").With("Host", "evil.test").SignAndSendAsync()).ShouldFail(403, "AccessDeniedException");
        using var http = new HttpClient();
        using var ledger = JsonDocument.Parse(await http.GetStringAsync(new Uri(endpoint, "/_emulator/ledger")));
        Assert.Equal(2, ledger.RootElement.GetProperty("received").GetArrayLength());
        await program.StopAsync();
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var (exitCode, output, error) = await ToolProcess.RunAsync("--version");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches(@"^\d+\.\d+\.\d+", Assert.Single(Lines(output)));
    }

    [Fact]
    public async Task It_ends_at_once_with_open_connections()
    {
        using var program = ToolProcess.Start("--port", "0");
        var endpoint = await program.ReadEndpointAsync();
        var plan = """{"rules":[{"kind":"delay","delay":"01:00:00","nth":1}]}""";
        Assert.Equal(204, (await new RawRequest(endpoint, "/_emulator/faults", plan) { Method = "PUT" }.SendAsync()).Status);
        using var crowd = new Crowd(endpoint);
        await crowd.ConnectAsync("", "POST /list-connectors HTTP/1.1\r\nHost: x", "POST /_emulator/reset HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nx");
        var delayed = new RawRequest(endpoint, "/register-connector", $$$$"""{"connectorLabel":"orders","connectorProvisioningConfig":{"lambda":{"lambdaArn":"{{{{TestEmulator.LambdaArn}}}}"}}}""")
            .SignAndExchangeAsync();

        Assert.InRange((await program.StopAsync()).TotalSeconds, 0, 5);
        Assert.Equal("", (await delayed).Text);
        Assert.Equal("", await program.ReadErrorAsync());
    }

    [Fact]
    public async Task The_help_shows_how_to_point_a_client_at_it()
    {
        var (exitCode, output, error) = await ToolProcess.RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Equal("", error);
        Assert.Contains("AWS_ENDPOINT_URL_APPFLOW=http://127.0.0.1:8321", output, StringComparison.Ordinal);
        Assert.Contains("appflow-emulator [options]", output, StringComparison.Ordinal);
        Assert.Contains("--session-token", output, StringComparison.Ordinal);
        Assert.All(
            ["/_emulator/ledger", "/_emulator/faults", "/_emulator/clock", "/_emulator/reset", "--faults", "--allow-host", "--ledger-entries", "--state", "--verbose", "any"],
            part => Assert.Contains(part, output, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<FaultKind>(), kind => Assert.Contains(JsonNamingPolicy.CamelCase.ConvertName($"{kind}"), output, StringComparison.Ordinal));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
