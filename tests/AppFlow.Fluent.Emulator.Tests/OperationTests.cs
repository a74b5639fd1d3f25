using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class OperationTests : IAsyncLifetime
{
    private const string OtherLambda = "arn:aws:lambda:us-east-1:123456789012:function:other";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 23, 12, 36, 0, TimeSpan.Zero));

    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = _clock });

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task A_registered_connector_has_an_arn_of_the_account_and_region()
    {
        var answer = (await _appflow.RegisterAsync("orders")).ShouldSucceed();

        Assert.Equal("""{"connectorArn":"arn:aws:appflow:us-east-1:123456789012:connector/orders"}""", answer.Body);
    }

    [Theory]
    [InlineData("eu-central-1", "arn:aws:")]
    [InlineData("cn-north-1", "arn:aws-cn:")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:")]
    public async Task The_region_decides_the_partition(string region, string prefix)
    {
        await using var appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { Region = region, AccountId = "000000000001" });

        var answer = (await appflow.RegisterAsync("orders")).ShouldSucceed();

        Assert.Equal($"{prefix}appflow:{region}:000000000001:connector/orders", answer.Json.GetProperty("connectorArn").GetString());
    }

    [Fact]
    public async Task A_taken_label_is_a_conflict_and_changes_nothing()
    {
        await _appflow.RegisterAsync("orders", "first");

        (await _appflow.RegisterAsync("orders", "second")).ShouldFail(409, "ConflictException");

        Assert.Equal("first", (await _appflow.DescribeAsync("orders")).Configuration.GetProperty("connectorDescription").GetString());
    }

    [Fact]
    public async Task Labels_differ_by_case()
    {
        await _appflow.RegisterAsync("orders");

        (await _appflow.RegisterAsync("Orders")).ShouldSucceed();
    }

    [Fact]
    public async Task An_unregistered_label_is_free_again()
    {
        await _appflow.RegisterAsync("orders");
        Assert.Equal("{}", (await _appflow.UnregisterAsync("orders")).ShouldSucceed().Body);

        (await _appflow.DescribeAsync("orders")).ShouldFail(404, "ResourceNotFoundException");
        (await _appflow.RegisterAsync("orders")).ShouldSucceed();
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    public async Task Unregister_takes_forceDelete(string forceDelete)
    {
        await _appflow.RegisterAsync("orders");

        (await _appflow.PostAsync("/unregister-connector", $$"""{"connectorLabel":"orders","forceDelete":{{forceDelete}}}""")).ShouldSucceed();
    }

    [Fact]
    public async Task An_unregistered_label_is_not_found()
    {
        (await _appflow.UpdateAsync("orders")).ShouldFail(404, "ResourceNotFoundException");
        (await _appflow.UnregisterAsync("orders")).ShouldFail(404, "ResourceNotFoundException");
        (await _appflow.DescribeAsync("orders")).ShouldFail(404, "ResourceNotFoundException");
    }

    [Fact]
    public async Task An_update_without_a_config_reads_the_assigned_lambda_again()
    {
        await _appflow.RegisterAsync("orders");

        var answer = (await _appflow.UpdateAsync("orders")).ShouldSucceed();

        Assert.Equal("arn:aws:appflow:us-east-1:123456789012:connector/orders", answer.Json.GetProperty("connectorArn").GetString());
        var configuration = (await _appflow.DescribeAsync("orders")).Configuration;
        Assert.Equal("2.0", configuration.GetProperty("connectorVersion").GetString());
        Assert.Equal(TestEmulator.LambdaArn, LambdaOf(configuration));
    }

    [Fact]
    public async Task An_update_with_a_config_assigns_the_other_lambda()
    {
        await _appflow.RegisterAsync("orders");

        (await _appflow.UpdateAsync("orders", lambdaArn: OtherLambda)).ShouldSucceed();

        Assert.Equal(OtherLambda, LambdaOf((await _appflow.DescribeAsync("orders")).Configuration));
    }

    [Fact]
    public async Task An_update_with_a_config_that_names_no_lambda_keeps_the_assigned_one()
    {
        await _appflow.RegisterAsync("orders");

        (await _appflow.PostAsync("/update-connector-registration", """{"connectorLabel":"orders","connectorProvisioningConfig":{}}""")).ShouldSucceed();

        Assert.Equal(TestEmulator.LambdaArn, LambdaOf((await _appflow.DescribeAsync("orders")).Configuration));
    }

    [Fact]
    public async Task An_update_without_a_description_keeps_the_old_one()
    {
        await _appflow.RegisterAsync("orders", "first");

        (await _appflow.UpdateAsync("orders")).ShouldSucceed();

        Assert.Equal("first", (await _appflow.DescribeAsync("orders")).Configuration.GetProperty("connectorDescription").GetString());
    }

    [Fact]
    public async Task An_empty_description_clears_the_old_one()
    {
        await _appflow.RegisterAsync("orders", "first");

        (await _appflow.UpdateAsync("orders", description: "")).ShouldSucceed();

        Assert.False((await _appflow.DescribeAsync("orders")).Configuration.TryGetProperty("connectorDescription", out _));
    }

    [Fact]
    public async Task Describe_returns_when_and_by_whom_a_connector_was_registered()
    {
        await _appflow.RegisterAsync("orders");
        _clock.Advance(TimeSpan.FromDays(1));
        await _appflow.UpdateAsync("orders");

        var configuration = (await _appflow.DescribeAsync("orders")).Configuration;

        Assert.Equal("1787488560", configuration.GetProperty("registeredAt").GetRawText());
        Assert.Equal("arn:aws:iam::123456789012:user/emulator", configuration.GetProperty("registeredBy").GetString());
    }

    [Fact]
    public async Task Describe_returns_the_whole_configuration_of_a_custom_connector()
    {
        await _appflow.RegisterAsync("orders", "adds paging");

        var configuration = (await _appflow.DescribeAsync("orders")).Configuration;

        Assert.Equal("orders", configuration.GetProperty("connectorLabel").GetString());
        Assert.Equal("adds paging", configuration.GetProperty("connectorDescription").GetString());
        Assert.Equal("CustomConnector", configuration.GetProperty("connectorType").GetString());
        Assert.Equal("1.0", configuration.GetProperty("connectorVersion").GetString());
        Assert.Equal("LAMBDA", configuration.GetProperty("connectorProvisioningType").GetString());
        Assert.Equal("arn:aws:appflow:us-east-1:123456789012:connector/orders", configuration.GetProperty("connectorArn").GetString());
        Assert.True(configuration.GetProperty("canUseAsSource").GetBoolean());
        Assert.True(configuration.GetProperty("authenticationConfig").GetProperty("isOAuth2Supported").GetBoolean());
        Assert.NotEmpty(configuration.GetProperty("connectorRuntimeSettings").EnumerateArray());
        Assert.Equal("SYNC", configuration.GetProperty("supportedDataTransferApis")[0].GetProperty("Type").GetString());
    }

    [Fact]
    public async Task A_connector_without_a_description_shows_none()
    {
        await _appflow.RegisterAsync("orders");

        Assert.DoesNotContain("connectorDescription", (await _appflow.DescribeAsync("orders")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("connectorDescription", (await _appflow.ListAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_of_a_built_in_connector_says_why_it_is_not_found()
    {
        var answer = await _appflow.PostAsync("/describe-connector", """{"connectorType":"Salesforce"}""");

        Assert.Contains("only custom connectors", answer.ShouldFail(404, "ResourceNotFoundException").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_does_not_change_the_operation()
    {
        var answer = await _appflow.SendAsync(HttpMethod.Post, "/list-connectors?b=2&a=1", "{}"u8.ToArray());

        Assert.Equal("""{"connectors":[]}""", answer.ShouldSucceed().Body);
    }

    private static string? LambdaOf(System.Text.Json.JsonElement configuration) =>
        configuration.GetProperty("connectorProvisioningConfig").GetProperty("lambda").GetProperty("lambdaArn").GetString();
}
