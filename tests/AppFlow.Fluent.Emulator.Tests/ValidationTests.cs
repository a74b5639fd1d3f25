using System.Text.Json.Nodes;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class ValidationTests : IAsyncLifetime
{
    private const string ArnPattern = "Member must satisfy regular expression pattern: arn:aws:.*:.*:[0-9]+:.*";
    private const string LabelPattern = @"Member must satisfy regular expression pattern: [a-zA-Z0-9][\w!@#.-]+";
    private const string DescriptionPattern = @"Member must satisfy regular expression pattern: [\s\w/!@#+=.-]*";
    private const string TokenPattern = "Member must satisfy regular expression pattern: [ -~]+";

    private TestEmulator _appflow = null!;

    public static TheoryData<string> GoodLabels { get; } =
        ["ab", "0_", "A!", "a@#.-", new string('a', 256), "a_b-c.d"];

    public static TheoryData<string> BadLabels { get; } =
        ["", "a", "_a", "-ab", "a b", "aé", "ab\n", "a,b", "a/b", " ab", "ab ", "a\u0661", "a\u212A", "aa😀", "ab\0"];

    public static TheoryData<string> GoodDescriptions { get; } =
        ["", " ", "a", "\t\n\v\f\r ", "adds paging/2 + x=y! @#_.-", new string('a', 1024)];

    public static TheoryData<string> BadDescriptions { get; } =
        ["a,b", "a:b", "\"", "'", "(", ")", "é", "a?b", "\u00a0", "\u2028", "\u0085", "\u0661", "ſ", "😀"];

    public static TheoryData<string> GoodTokens { get; } = [" ", "~", "a", "release 42", new string('a', 256)];

    public static TheoryData<string> BadTokens { get; } = ["é", "a\n", "\t", "\u007f", "\n"];

    public static TheoryData<string> GoodArns { get; } =
    [
        "arn:aws:lambda:us-east-1:123456789012:function:f",
        "arn:aws-cn:lambda:cn-north-1:123456789012:function:f",
        "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:f",
        "arn:aws-iso-b:lambda:us-isob-east-1:123456789012:function:f",
        "arn:aws:::0:",
        "arn:aws:a:b:c:0:",
        "arn:aws:lambda:us-east-1:1:" + new string('a', 512 - 27),
        "arn:aws:lambda:us-east-1:1:" + string.Concat(Enumerable.Repeat("😀", 512 - 27)),
    ];

    public static TheoryData<string> BadArns { get; } =
    [
        "", "arn", "arn:aws:lambda:us-east-1:x:function:f", "arn:aws:lambda:us-east-1::f", "arn:awsx:lambda:us-east-1:1:f", "arn:aws-:a:b:1:f",
        " arn:aws:a:b:1:f", "xarn:aws:a:b:1:f", "arn:aws:a:b:1:f\n", "arn:aws:a\u2028:b:1:f", "arn:aws:a:b:1:f\u0085", "arn:aws:a:b:\u0661:f", "ARN:aws:a:b:1:f",
    ];

    public async Task InitializeAsync()
    {
        _appflow = await TestEmulator.StartAsync();
        await _appflow.RegisterAsync("known");
    }

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(GoodLabels))]
    public async Task A_label_within_the_model_is_accepted(string label)
    {
        (await _appflow.RegisterAsync(label)).ShouldSucceed();
        (await _appflow.UpdateAsync(label)).ShouldSucceed();
        (await _appflow.DescribeAsync(label)).ShouldSucceed();
        (await _appflow.UnregisterAsync(label)).ShouldSucceed();
    }

    [Theory]
    [MemberData(nameof(BadLabels))]
    public async Task A_label_outside_the_model_is_refused_by_every_operation(string label)
    {
        foreach (var answer in new[]
        {
            await _appflow.RegisterAsync(label), await _appflow.UpdateAsync(label), await _appflow.DescribeAsync(label), await _appflow.UnregisterAsync(label),
        })
        {
            ShouldViolate(answer, $"Value '{label}' at 'connectorLabel' failed to satisfy constraint: {LabelPattern}");
        }
    }

    [Fact]
    public async Task A_label_of_257_characters_is_too_long() => ShouldViolate(
        await _appflow.RegisterAsync(new string('a', 257)),
        $"Value '{new string('a', 257)}' at 'connectorLabel' failed to satisfy constraint: Member must have length less than or equal to 256");

    [Theory]
    [MemberData(nameof(GoodDescriptions))]
    public async Task A_description_within_the_model_is_accepted(string description)
    {
        (await _appflow.RegisterAsync("orders", description)).ShouldSucceed();
        (await _appflow.UpdateAsync("orders", description)).ShouldSucceed();
    }

    [Theory]
    [MemberData(nameof(BadDescriptions))]
    public async Task A_description_outside_the_model_is_refused(string description)
    {
        foreach (var answer in new[] { await _appflow.RegisterAsync("orders", description), await _appflow.UpdateAsync("known", description) })
        {
            ShouldViolate(answer, $"Value '{description}' at 'description' failed to satisfy constraint: {DescriptionPattern}");
        }
    }

    [Fact]
    public async Task A_description_of_1025_characters_is_too_long()
    {
        foreach (var answer in new[]
        {
            await _appflow.RegisterAsync("orders", new string('a', 1025)), await _appflow.UpdateAsync("known", new string('a', 1025)),
        })
        {
            var message = answer.ShouldFail(400, "ValidationException").Message;
            Assert.StartsWith("1 validation error detected: ", message, StringComparison.Ordinal);
            Assert.EndsWith("at 'description' failed to satisfy constraint: Member must have length less than or equal to 1024", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(GoodTokens))]
    public async Task A_client_token_within_the_model_is_accepted(string token)
    {
        (await _appflow.RegisterAsync("orders", clientToken: token)).ShouldSucceed();
        (await _appflow.UpdateAsync("known", clientToken: token)).ShouldSucceed();
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_client_token_outside_the_model_is_refused(string token)
    {
        foreach (var answer in new[] { await _appflow.RegisterAsync("orders", clientToken: token), await _appflow.UpdateAsync("known", clientToken: token) })
        {
            ShouldViolate(answer, $"Value '{token}' at 'clientToken' failed to satisfy constraint: {TokenPattern}");
        }
    }

    [Fact]
    public async Task An_empty_client_token_violates_length_and_pattern() => ShouldViolate(
        await _appflow.RegisterAsync("orders", clientToken: ""),
        "Value '' at 'clientToken' failed to satisfy constraint: Member must have length greater than or equal to 1",
        $"Value '' at 'clientToken' failed to satisfy constraint: {TokenPattern}");

    [Fact]
    public async Task A_client_token_of_257_characters_is_too_long() => ShouldViolate(
        await _appflow.UpdateAsync("known", clientToken: new string('a', 257)),
        $"Value '{new string('a', 257)}' at 'clientToken' failed to satisfy constraint: Member must have length less than or equal to 256");

    [Theory]
    [MemberData(nameof(GoodArns))]
    public async Task An_arn_of_any_partition_is_accepted(string arn)
    {
        (await _appflow.RegisterAsync("orders", lambdaArn: arn)).ShouldSucceed();
        (await _appflow.UpdateAsync("known", lambdaArn: arn)).ShouldSucceed();
    }

    [Theory]
    [MemberData(nameof(BadArns))]
    public async Task An_arn_outside_the_model_is_refused(string arn)
    {
        foreach (var answer in new[] { await _appflow.RegisterAsync("orders", lambdaArn: arn), await _appflow.UpdateAsync("known", lambdaArn: arn) })
        {
            ShouldViolate(answer, $"Value '{arn}' at 'connectorProvisioningConfig.lambda.lambdaArn' failed to satisfy constraint: {ArnPattern}");
        }
    }

    [Fact]
    public async Task Lengths_count_characters_beyond_the_basic_plane_once()
    {
        var arn = "arn:aws:lambda:us-east-1:1:" + string.Concat(Enumerable.Repeat("😀", 513 - 27));

        var message = (await _appflow.RegisterAsync("orders", lambdaArn: arn)).ShouldFail(400, "ValidationException").Message;

        Assert.EndsWith("Member must have length less than or equal to 512", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/register-connector", """{"connectorProvisioningConfig":{"lambda":{"lambdaArn":"arn:aws:a:b:1:f"}}}""", "connectorLabel")]
    [InlineData("/register-connector", """{"connectorLabel":"orders"}""", "connectorProvisioningConfig")]
    [InlineData("/register-connector", """{"connectorLabel":"orders","connectorProvisioningConfig":null}""", "connectorProvisioningConfig")]
    [InlineData("/register-connector", """{"connectorLabel":"orders","connectorProvisioningConfig":{}}""", "connectorProvisioningConfig")]
    [InlineData("/register-connector", """{"connectorLabel":"orders","connectorProvisioningConfig":{"Lambda":{}}}""", "connectorProvisioningConfig")]
    [InlineData("/register-connector", """{"connectorLabel":"orders","connectorProvisioningConfig":{"lambda":{}}}""", "connectorProvisioningConfig.lambda.lambdaArn")]
    [InlineData("/update-connector-registration", "{}", "connectorLabel")]
    [InlineData("/update-connector-registration", "", "connectorLabel")]
    [InlineData("/update-connector-registration", """{"ConnectorLabel":"known"}""", "connectorLabel")]
    [InlineData("/update-connector-registration", """{"connectorLabel":null}""", "connectorLabel")]
    [InlineData("/update-connector-registration", """{"connectorLabel":"known","connectorProvisioningConfig":{"lambda":{"lambdaArn":null}}}""", "connectorProvisioningConfig.lambda.lambdaArn")]
    [InlineData("/unregister-connector", """{"forceDelete":true}""", "connectorLabel")]
    [InlineData("/describe-connector", """{"connectorLabel":"known"}""", "connectorType")]
    [InlineData("/describe-connector", """{"connectorType":"CustomConnector"}""", "connectorLabel")]
    public async Task A_required_member_that_is_missing_is_named(string path, string body, string member) =>
        ShouldViolate(await _appflow.PostAsync(path, body), $"Value null at '{member}' failed to satisfy constraint: Member must not be null");

    [Theory]
    [InlineData("lambda")]
    [InlineData("")]
    [InlineData("LAMBDA ")]
    public async Task A_provisioning_type_outside_the_enum_is_refused(string type)
    {
        var body = RegisterBody();
        body["connectorProvisioningType"] = type;

        ShouldViolate(
            await _appflow.PostAsync("/register-connector", body.ToJsonString()),
            $"Value '{type}' at 'connectorProvisioningType' failed to satisfy constraint: Member must satisfy enum value set: [LAMBDA]");
    }

    [Fact]
    public async Task A_registration_needs_no_provisioning_type() =>
        (await _appflow.PostAsync("/register-connector", RegisterBody().ToJsonString())).ShouldSucceed();

    [Theory]
    [InlineData("customconnector")]
    [InlineData("")]
    public async Task A_connector_type_outside_the_enum_is_refused(string type)
    {
        var answer = await _appflow.PostAsync("/describe-connector", $$"""{"connectorType":"{{type}}"}""");

        Assert.StartsWith(
            $"1 validation error detected: Value '{type}' at 'connectorType' failed to satisfy constraint: Member must satisfy enum value set: [Salesforce, ",
            answer.ShouldFail(400, "ValidationException").Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("100")]
    public async Task A_page_size_within_the_model_is_accepted(string maxResults) =>
        (await _appflow.PostAsync("/list-connectors", $$"""{"maxResults":{{maxResults}}}""")).ShouldSucceed();

    [Theory]
    [InlineData("0", "greater than or equal to 1")]
    [InlineData("-1", "greater than or equal to 1")]
    [InlineData("-2147483648", "greater than or equal to 1")]
    [InlineData("101", "less than or equal to 100")]
    [InlineData("2147483647", "less than or equal to 100")]
    public async Task A_page_size_outside_the_model_is_refused(string maxResults, string rule) => ShouldViolate(
        await _appflow.PostAsync("/list-connectors", $$"""{"maxResults":{{maxResults}}}"""),
        $"Value '{maxResults}' at 'maxResults' failed to satisfy constraint: Member must have value {rule}");

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    public async Task A_page_token_outside_the_model_is_refused(string token) => ShouldViolate(
        await _appflow.ListAsync(nextToken: token),
        $@"Value '{token}' at 'nextToken' failed to satisfy constraint: Member must satisfy regular expression pattern: \S+");

    [Fact]
    public async Task A_page_token_of_2049_characters_is_too_long()
    {
        var message = (await _appflow.ListAsync(nextToken: new string('a', 2049))).ShouldFail(400, "ValidationException").Message;

        Assert.EndsWith("at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to 2048", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_violations_are_reported_together()
    {
        var answer = await _appflow.PostAsync(
            "/register-connector", """{"connectorLabel":"a","description":",","connectorProvisioningType":"x","clientToken":""}""");

        Assert.StartsWith("6 validation errors detected: ", answer.ShouldFail(400, "ValidationException").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_members_are_ignored_at_every_depth()
    {
        var body = RegisterBody();
        body["extra"] = new JsonArray(1, "x", null);
        body["connectorProvisioningConfig"]!["extra"] = new JsonObject { ["lambda"] = 1 };
        body["connectorProvisioningConfig"]!["lambda"]!["LambdaArn"] = 7;

        (await _appflow.PostAsync("/register-connector", body.ToJsonString())).ShouldSucceed();
    }

    [Fact]
    public async Task A_refused_value_of_a_megabyte_is_quoted_in_part()
    {
        var answer = await _appflow.UpdateAsync(new string('a', 1_000_000) + ",");

        Assert.True(answer.ShouldFail(400, "ValidationException").Body.Length < 2048);
    }

    private static JsonObject RegisterBody() => new()
    {
        ["connectorLabel"] = "orders",
        ["connectorProvisioningConfig"] = new JsonObject { ["lambda"] = new JsonObject { ["lambdaArn"] = TestEmulator.LambdaArn } },
    };

    private static void ShouldViolate(WireAnswer answer, params string[] violations)
    {
        var noun = violations.Length == 1 ? "error" : "errors";
        Assert.Equal(
            $"{violations.Length} validation {noun} detected: {string.Join("; ", violations)}",
            answer.ShouldFail(400, "ValidationException").Message);
    }
}
