using System.Text.Json;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Tests.Wire;
using AppFlow.Fluent.Emulator.Tool;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>What the program prints about each request.</summary>
public sealed class VerboseTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 13, 25, 7, 113, TimeSpan.Zero);

    [Fact]
    public async Task Each_request_is_a_line_after_the_first_and_no_secret_is_told()
    {
        using var program = ToolProcess.Start(
            "--port", "0", "--verbose", "--access-key", "AKIDKEY", "--secret-key", "hushhush", "--session-token", "quiet");
        var endpoint = await program.ReadEndpointAsync();
        RawRequest Request(string path, string body) => new RawRequest(endpoint, path, body) { AccessKey = "AKIDKEY", SecretKey = "hushhush" }
            .With("X-Amz-Security-Token", "quiet").With("amz-sdk-request", "attempt=3; max=5");
        var register = JsonSerializer.Serialize(new
        {
            connectorLabel = "orders",
            connectorProvisioningConfig = new { lambda = new { lambdaArn = TestEmulator.LambdaArn } },
            clientToken = "idempotent",
        });

        (await Request("/register-connector", register).SignAndSendAsync()).ShouldSucceed();
        (await Request("/register-connector", register).SignAndSendAsync()).ShouldSucceed();
        (await Request("/describe-connector", """{"connectorType":"CustomConnector","connectorLabel":"\u001b[31m\nabsent"}""").SignAndSendAsync())
            .ShouldFail(400, "ValidationException");
        (await Request("/elsewhere", "{}").SignAndSendAsync()).ShouldFail(404, "UnknownOperationException");
        (await Request("/list-connectors", "{}").With("Authorization", "nonsense quiet hushhush").SendAsync()).ShouldFail(403, "IncompleteSignatureException");
        (await Request("/list-connectors", "{}").With("amz-sdk-request", "nonsense").With("Origin", "http://evil.test").SignAndSendAsync())
            .ShouldFail(403, "AccessDeniedException");
        Assert.Equal(200, (await new RawRequest(endpoint, "/_emulator/health") { Method = "GET" }.SendAsync()).Status);

        await program.StopAsync();
        var output = await program.ReadOutputAsync();
        Assert.Equal(
            [
                "RegisterConnector orders applied 3 200",
                "RegisterConnector orders replayed 3 200",
                "DescribeConnector \"\uFFFD[31m\uFFFDabsent\" refused 3 400 ValidationException",
                "- - refused 3 404 UnknownOperationException",
                "ListConnectors - refused 3 403 IncompleteSignatureException",
                "ListConnectors - refused - 403 AccessDeniedException",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(' ') + 1)..]));
        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ", line));
        Assert.All(["hushhush", "quiet", "AKIDKEY", "Signature=", "idempotent"], secret => Assert.DoesNotContain(secret, output, StringComparison.Ordinal));
        Assert.Equal("", await program.ReadErrorAsync());
    }

    [Fact]
    public async Task Without_it_the_program_says_nothing_more()
    {
        using var program = ToolProcess.Start("--port", "0");
        (await new RawRequest(await program.ReadEndpointAsync(), "/list-connectors").SignAndSendAsync()).ShouldSucceed();

        await program.StopAsync();
        Assert.Equal("", await program.ReadOutputAsync());
    }

    [Theory]
    [InlineData(null, "-")]
    [InlineData("", "-")]
    [InlineData("a1_!@#.-", "a1_!@#.-")]
    [InlineData("orders applied 1 200", "\"orders applied 1 200\"")]
    [InlineData("a\"b", "\"a'b\"")]
    [InlineData("a\u001b\u0000\u009b\r\n\u2028\u202eb", "\"a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDb\"")]
    public void A_label_is_shown_and_nothing_more(string? label, string shown) => Assert.Equal(
        $"2026-11-26T13:25:07.113Z UpdateConnectorRegistration {shown} applied 1 200", RequestLines.Line(At, Request(label)));

    [Fact]
    public void A_label_is_cut()
    {
        var line = RequestLines.Line(At, Request(new string('a', 100_000)));

        Assert.Contains($" \"{new string('a', 299)}…\" ", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 300, 400);
    }

    [Theory]
    [InlineData(FaultKind.DropAfterApplying, null, null, "faulted 1 - dropAfterApplying")]
    [InlineData(FaultKind.ErrorBeforeApplying, 503, "Slow\u001bDown", "faulted 1 503 Slow\uFFFDDown")]
    [InlineData(FaultKind.TruncatedBody, 200, null, "faulted 1 200 truncatedBody")]
    public void A_fault_is_told(FaultKind fault, int? statusCode, string? error, string end)
    {
        var request = Request("orders") with { Outcome = LedgerOutcome.Faulted, Fault = fault, StatusCode = statusCode, Error = error };

        Assert.EndsWith($" orders {end}", RequestLines.Line(At, request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reads_slowly_holds_nobody_up_and_is_told_what_is_missing()
    {
        using var output = new StringWriter();
        await using (var lines = new RequestLines(output, new FakeTimeProvider(At)))
        {
            for (var i = 0; i < RequestLines.MaxWaiting + 5; i++)
            {
                lines.Add(Request("orders"));
            }

            lines.Start();
        }

        var written = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(RequestLines.MaxWaiting + 1, written.Length);
        Assert.Single(written, "5 requests are left out here: their lines were not read in time.");
    }

    private static AnsweredRequest Request(string? label) =>
        new("UpdateConnectorRegistration", label, LedgerOutcome.Applied, Attempt: 1, StatusCode: 200, Error: null, Fault: null);
}
