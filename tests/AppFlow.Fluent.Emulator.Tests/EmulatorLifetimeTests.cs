using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class EmulatorLifetimeTests
{
    public static TheoryData<string, AppFlowEmulatorOptions> BadOptions { get; } = new()
    {
        { "Port", new() { Port = -1 } },
        { "Port", new() { Port = 65536 } },
        { "AccessKey", new() { AccessKey = "" } },
        { "AccessKey", new() { AccessKey = null! } },
        { "AccessKey", new() { AccessKey = "a/b" } },
        { "AccessKey", new() { AccessKey = new string('a', 129) } },
        { "SecretKey", new() { SecretKey = "" } },
        { "SecretKey", new() { SecretKey = null! } },
        { "SessionToken", new() { SessionToken = "" } },
        { "SessionToken", new() { SessionToken = "a b" } },
        { "Region", new() { Region = "" } },
        { "Region", new() { Region = null! } },
        { "Region", new() { Region = "US East" } },
        { "Region", new() { Region = "-" } },
        { "Region", new() { Region = "----" } },
        { "Region", new() { Region = "us" } },
        { "Region", new() { Region = "us-" } },
        { "Region", new() { Region = "us-east-1\n" } },
        { "Region", new() { Region = "1-us" } },
        { "Region", new() { Region = new string('a', 64) } },
        { "Region", new() { Region = "a-" + new string('a', 64) } },
        { "LedgerEntries", new() { LedgerEntries = 0 } },
        { "AllowedHosts", new() { AllowedHosts = null! } },
        { "AllowedHosts", new() { AllowedHosts = ["a", null!] } },
        { "AllowedHosts", new() { AllowedHosts = [""] } },
        { "AllowedHosts", new() { AllowedHosts = ["*"] } },
        { "AllowedHosts", new() { AllowedHosts = ["*.test"] } },
        { "AllowedHosts", new() { AllowedHosts = ["appflow.test:80"] } },
        { "AllowedHosts", new() { AllowedHosts = ["http://appflow.test"] } },
        { "AllowedHosts", new() { AllowedHosts = ["appflow.test\n"] } },
        { "AllowedHosts", new() { AllowedHosts = [new string('a', 254)] } },
        { "AccountId", new() { AccountId = "12345678901" } },
        { "AccountId", new() { AccountId = "1234567890123" } },
        { "AccountId", new() { AccountId = "12345678901x" } },
        { "AccountId", new() { AccountId = null! } },
        { "TimeProvider", new() { TimeProvider = null! } },
        { "Faults", new() { Faults = null! } },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public async Task An_invalid_option_is_named(string property, AppFlowEmulatorOptions options)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => AppFlowEmulator.StartAsync(options));

        Assert.Equal(property, exception.ParamName);
        Assert.StartsWith($"AppFlowEmulatorOptions.{property} must", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("cn-north-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("us-iso-east-1")]
    [InlineData("eu-isoe-west-1")]
    [InlineData("a-b")]
    [InlineData("x-0-9-zz")]
    public async Task Any_name_in_the_form_of_a_region_is_accepted(string region)
    {
        await using var appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { Region = region });

        Assert.Contains($":appflow:{region}:", (await appflow.RegisterAsync("orders")).ShouldSucceed().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_keeps_as_many_entries_as_the_option_says()
    {
        await using var appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { LedgerEntries = 2 });
        foreach (var label in new[] { "first", "second", "third" })
        {
            await appflow.RegisterAsync(label);
        }

        Assert.Equal(["second", "third"], appflow.Emulator.Received.Select(entry => entry.ConnectorLabel));
        Assert.Equal(["second", "third"], appflow.Emulator.Applied.Select(entry => entry.ConnectorLabel));
    }

    [Fact]
    public async Task The_endpoint_is_on_loopback_and_ready()
    {
        await using var appflow = await TestEmulator.StartAsync();

        Assert.Equal("http", appflow.Emulator.Endpoint.Scheme);
        Assert.Equal("127.0.0.1", appflow.Emulator.Endpoint.Host);
        Assert.NotEqual(0, appflow.Emulator.Endpoint.Port);
        (await appflow.ListAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task The_credentials_are_those_of_the_options()
    {
        await using var plain = await AppFlowEmulator.StartAsync();
        await using var session = await AppFlowEmulator.StartAsync(
            new AppFlowEmulatorOptions { AccessKey = "key", SecretKey = "secret", SessionToken = "token" });

        Assert.Equal(new ImmutableCredentials("emulator", "emulator", null), await plain.Credentials.GetCredentialsAsync());
        Assert.Equal(new ImmutableCredentials("key", "secret", "token"), await session.Credentials.GetCredentialsAsync());
    }

    [Fact]
    public async Task Two_emulators_share_nothing()
    {
        await using var first = await TestEmulator.StartAsync();
        await using var second = await TestEmulator.StartAsync();
        await first.RegisterAsync("orders", clientToken: "t");

        (await second.DescribeAsync("orders")).ShouldFail(404, "ResourceNotFoundException");
        (await second.RegisterAsync("other", clientToken: "t")).ShouldSucceed();
    }

    [Fact]
    public async Task A_taken_port_is_an_io_error()
    {
        await using var first = await AppFlowEmulator.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => AppFlowEmulator.StartAsync(new AppFlowEmulatorOptions { Port = first.Endpoint.Port }));
    }

    [Fact]
    public async Task A_disposed_emulator_has_closed_its_port()
    {
        var emulator = await AppFlowEmulator.StartAsync();
        var port = emulator.Endpoint.Port;

        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        using var client = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(IPAddress.Loopback, port));
    }

    [Fact]
    public async Task A_cancelled_start_starts_nothing() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AppFlowEmulator.StartAsync(cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public async Task The_ledger_can_be_read_after_disposal()
    {
        var appflow = await TestEmulator.StartAsync();
        await appflow.RegisterAsync("orders");
        await appflow.DisposeAsync();

        Assert.Single(appflow.Emulator.Applied);
    }
}
