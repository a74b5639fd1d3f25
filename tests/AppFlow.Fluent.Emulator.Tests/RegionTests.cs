using System.Text.Json;
using AppFlow.Fluent.Emulator.State;
using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>An emulator that represents any region.</summary>
public sealed class RegionTests : IAsyncLifetime
{
    private static readonly AppFlowEmulatorOptions Any = new() { Region = AppFlowEmulatorOptions.AnyRegion };

    private AppFlowEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await AppFlowEmulator.StartAsync(Any);

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Theory]
    [InlineData("us-east-1", "aws")]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("moon-1", "aws")]
    [InlineData("a-b", "aws")]
    [InlineData("any-where-9z-0", "aws")]
    public async Task Each_region_has_arns_of_its_own(string region, string partition)
    {
        var answer = await SendAsync(region, "/register-connector", Register("orders", "t1"));

        Assert.Equal(
            $$"""{"connectorArn":"arn:{{partition}}:appflow:{{region}}:123456789012:connector/orders"}""", answer.ShouldSucceed().Body);
        Assert.Equal(region, Assert.Single(_appflow.Applied).Region);
    }

    [Theory]
    [InlineData("any")]
    [InlineData("useast1")]
    [InlineData("us-")]
    [InlineData("-east-1")]
    [InlineData("us--east-1")]
    [InlineData("US-east-1")]
    [InlineData("us-East-1")]
    [InlineData("us1-east-1")]
    [InlineData("us-east_1")]
    [InlineData("us-east-1.")]
    [InlineData("a-bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    public async Task Other_names_are_refused(string region) =>
        (await SendAsync(region, "/list-connectors", "{}")).ShouldFail(403, "InvalidSignatureException");

    [Fact]
    public async Task Connectors_and_tokens_are_the_regions_own()
    {
        (await SendAsync("us-east-1", "/register-connector", Register("orders", "t1"))).ShouldSucceed();
        Assert.Equal("""{"connectors":[]}""", (await SendAsync("eu-west-1", "/list-connectors", "{}")).ShouldSucceed().Body);
        (await SendAsync("eu-west-1", "/update-connector-registration", """{"connectorLabel":"orders"}""")).ShouldFail(404, "ResourceNotFoundException");

        // The same token with another input, and the same label: both are new in another region.
        (await SendAsync("eu-west-1", "/register-connector", Register("orders", "t1", "other"))).ShouldSucceed();
        (await SendAsync("eu-west-1", "/register-connector", Register("orders", "t1"))).ShouldFail(409, "ConflictException");
        (await SendAsync("us-east-1", "/register-connector", Register("orders", "t1"))).ShouldSucceed();

        Assert.Equal(["us-east-1", "eu-west-1"], _appflow.Applied.Select(entry => entry.Region));
    }

    [Fact]
    public async Task A_page_token_is_good_in_its_region_alone()
    {
        foreach (var region in new[] { "us-east-1", "eu-west-1" })
        {
            (await SendAsync(region, "/register-connector", Register("first"))).ShouldSucceed();
            (await SendAsync(region, "/register-connector", Register("second"))).ShouldSucceed();
        }

        var page = (await SendAsync("us-east-1", "/list-connectors", """{"maxResults":1}""")).ShouldSucceed();
        var next = JsonSerializer.Serialize(new { nextToken = page.Json.GetProperty("nextToken").GetString() });

        Assert.Contains("second", (await SendAsync("us-east-1", "/list-connectors", next)).ShouldSucceed().Body, StringComparison.Ordinal);
        (await SendAsync("eu-west-1", "/list-connectors", next)).ShouldFail(400, "ValidationException");
    }

    [Fact]
    public async Task A_client_may_be_of_any_region()
    {
        using var usual = _appflow.CreateClient();
        using var other = _appflow.CreateClient("eu-central-1");

        await ConnectorRegistration.Register("orders").WithLambda(TestEmulator.LambdaArn).SendAsync(usual);
        var answer = await ConnectorRegistration.Register("orders").WithLambda(TestEmulator.LambdaArn).SendAsync(other);

        Assert.Equal(["us-east-1", "eu-central-1"], _appflow.Applied.Select(entry => entry.Region));
        Assert.StartsWith("arn:aws:appflow:eu-central-1:", answer.ConnectorArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_costs_nothing_before_its_first_connector_and_after_its_last()
    {
        await using var state = CurrentState.Open(Any, NullLogger.Instance);
        var regions = state.Value.Regions;

        using (regions.Enter("us-east-1"))
        {
            using (regions.Enter("us-east-1"))
            {
                Assert.Equal(1, regions.Count);
            }

            // Two requests may use the region at once, and each finds what the other does.
            Assert.Equal(1, regions.Count);
        }

        Assert.Equal(0, regions.Count);
        using (var visit = regions.Enter("eu-west-1"))
        {
            visit.Registry.Register("orders", null, TestEmulator.LambdaArn);
        }

        Assert.Equal(1, regions.Count);
        using (var visit = regions.Enter("eu-west-1"))
        {
            visit.Registry.Unregister("orders");
        }

        Assert.Equal(0, regions.Count);
    }

    [Fact]
    public async Task Two_calls_with_one_token_are_one_in_a_region_that_is_new()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => SendAsync("eu-west-1", "/register-connector", Register("orders", "t1"))));

        Assert.All(answers, answer => answer.ShouldSucceed());
        Assert.Single(_appflow.Applied);
    }

    [Fact]
    public async Task Regions_are_kept()
    {
        var kept = new KeptState();
        await using (var appflow = await AppFlowEmulator.StartAsync(kept.Options(region: AppFlowEmulatorOptions.AnyRegion)))
        {
            (await SendAsync("eu-west-1", "/register-connector", Register("orders", "t1"), appflow)).ShouldSucceed();
            (await SendAsync("us-east-1", "/register-connector", Register("other", "t1", "other"), appflow)).ShouldSucceed();
        }

        await using var again = await AppFlowEmulator.StartAsync(kept.Options(region: AppFlowEmulatorOptions.AnyRegion));
        (await SendAsync("eu-west-1", "/register-connector", Register("orders", "t1"), again)).ShouldSucceed();
        (await SendAsync("us-east-1", "/register-connector", Register("orders", "t1"), again)).ShouldFail(409, "ConflictException");
        Assert.Contains("\"other\"", (await SendAsync("us-east-1", "/list-connectors", "{}", again)).Body, StringComparison.Ordinal);
        Assert.Empty(again.Applied);
    }

    private static string Register(string label, string? clientToken = null, string description = "first") => JsonSerializer.Serialize(new
    {
        connectorLabel = label,
        description,
        connectorProvisioningConfig = new { lambda = new { lambdaArn = TestEmulator.LambdaArn } },
        clientToken,
    });

    private Task<WireAnswer> SendAsync(string region, string path, string body, AppFlowEmulator? appflow = null)
    {
        var request = new RawRequest((appflow ?? _appflow).Endpoint, path, body);
        request.Scope = request.Scope.Replace("us-east-1", region, StringComparison.Ordinal);
        return request.SignAndSendAsync();
    }
}
