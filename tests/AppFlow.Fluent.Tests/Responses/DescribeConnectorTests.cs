using System.Text.Json.Nodes;
using AppFlow.Fluent.Tests.Data;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Requests;

namespace AppFlow.Fluent.Tests.Responses;

/// <summary>A connector's configuration is read completely, whatever members the service adds or omits.</summary>
public sealed class DescribeConnectorTests
{
    public static TheoryData<string> Members =>
        new(Facts.DescribeAnswer["connectorConfiguration"]!.AsObject().Select(member => member.Key));

    [Fact]
    public async Task Every_member_is_read()
    {
        var read = await ReadAsync(Facts.DescribeAnswer);

        Assert.True(read.CanUseAsSource);
        Assert.True(read.CanUseAsDestination);
        Assert.Equal([ConnectorType.S3, new ConnectorType("Upsolver2030")], read.SupportedDestinationConnectors);
        Assert.Equal([ScheduleFrequencyType.ByMinute, ScheduleFrequencyType.Once], read.SupportedSchedulingFrequencies);
        Assert.True(read.IsPrivateLinkEnabled);
        Assert.True(read.IsPrivateLinkEndpointUrlRequired);
        Assert.Equal([TriggerType.Scheduled, TriggerType.OnDemand], read.SupportedTriggerTypes);
        Assert.Equal("BULKV2", read.ConnectorMetadata?.GetProperty("Salesforce").GetProperty("dataTransferApis")[0].GetString());
        Assert.Equal(ConnectorType.CustomConnector, read.ConnectorType);
        Assert.Equal("orders", read.ConnectorLabel);
        Assert.Equal("what, how?", read.ConnectorDescription);
        Assert.Equal("owner", read.ConnectorOwner);
        Assert.Equal("name", read.ConnectorName);
        Assert.Equal("2.0", read.ConnectorVersion);
        Assert.Equal(Answers.ConnectorArn, read.ConnectorArn);
        Assert.Equal(["SOURCE", "DESTINATION"], read.ConnectorModes);
        Assert.Equal(["v1.0"], read.SupportedApiVersions);
        Assert.Equal([Operators.Projection, Operators.NoOp], read.SupportedOperators);
        Assert.Equal([WriteOperationType.Insert, WriteOperationType.Delete], read.SupportedWriteOperations);
        Assert.Equal(ConnectorProvisioningType.Lambda, read.ConnectorProvisioningType);
        Assert.Equal(RequestSamples.Config, read.ConnectorProvisioningConfig);
        Assert.Equal("https://example.com/logo.png", read.LogoURL);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 125, TimeSpan.Zero), read.RegisteredAt);
        Assert.Equal("arn:aws:iam::123456789012:user/someone", read.RegisteredBy);
        Assert.Equal([SupportedDataTransferType.Record, SupportedDataTransferType.File], read.SupportedDataTransferTypes);
        var api = Assert.Single(read.SupportedDataTransferApis);
        Assert.Equal("bulk", api.Name);
        Assert.Equal(DataTransferApiType.Async, api.Type);
    }

    [Fact]
    public async Task The_nested_settings_are_read_completely()
    {
        var read = await ReadAsync(Facts.DescribeAnswer);

        var setting = Assert.Single(read.ConnectorRuntimeSettings);
        Assert.Equal(
            ("instanceUrl", "String", true, "Instance", "where", "CONNECTOR_PROFILE"),
            (setting.Key, setting.DataType, setting.IsRequired, setting.Label, setting.Description, setting.Scope));
        Assert.Equal(["https://example.com"], setting.ConnectorSuppliedValueOptions);

        var authentication = read.AuthenticationConfig!;
        Assert.True(authentication.IsBasicAuthSupported && authentication.IsApiKeyAuthSupported);
        Assert.True(authentication.IsOAuth2Supported && authentication.IsCustomAuthSupported);
        var oauth = authentication.OAuth2Defaults!;
        Assert.Equal(["read", "write"], oauth.OAuthScopes);
        Assert.Equal(["https://example.com/token"], oauth.TokenUrls);
        Assert.Equal(["https://example.com/authorize"], oauth.AuthCodeUrls);
        Assert.Equal([OAuth2GrantType.ClientCredentials, OAuth2GrantType.JwtBearer], oauth.OAuth2GrantTypesSupported);
        var custom = Assert.Single(oauth.OAuth2CustomProperties);
        Assert.Equal(
            ("audience", true, "Audience", "who", true, OAuth2CustomPropType.TokenUrl),
            (custom.Key, custom.IsRequired, custom.Label, custom.Description, custom.IsSensitiveField, custom.Type));
        Assert.Equal(["api"], custom.ConnectorSuppliedValues);

        var config = Assert.Single(authentication.CustomAuthConfigs);
        Assert.Equal("signedKey", config.CustomAuthenticationType);
        var parameter = Assert.Single(config.AuthParameters);
        Assert.Equal(
            ("key", true, "Key", "signs", true),
            (parameter.Key, parameter.IsRequired, parameter.Label, parameter.Description, parameter.IsSensitiveField));
        Assert.Equal(["a", "b"], parameter.ConnectorSuppliedValues);
    }

    [Fact]
    public void The_answer_of_these_tests_has_all_members_of_the_model() => AssertWhole(
        Facts.DescribeAnswer["connectorConfiguration"]!,
        "ConnectorConfiguration");

    [Theory]
    [MemberData(nameof(Members))]
    public async Task A_null_member_counts_as_absent(string member)
    {
        var withNull = Facts.DescribeAnswer;
        withNull["connectorConfiguration"]![member] = null;
        var without = Facts.DescribeAnswer;
        without["connectorConfiguration"]!.AsObject().Remove(member);

        Assert.Equal(await ReadAsync(without), await ReadAsync(withNull));
        Assert.NotEqual(await ReadAsync(Facts.DescribeAnswer), await ReadAsync(without));
    }

    [Fact]
    public async Task Nulls_in_lists_and_nested_types_are_left_out()
    {
        var read = await ReadAsync(JsonNode.Parse(
            """
            {"connectorConfiguration":{
              "supportedOperators":[null,"NO_OP",null],"connectorModes":[null,"SOURCE"],
              "connectorRuntimeSettings":[null,{"key":null,"isRequired":null,"connectorSuppliedValueOptions":null}],
              "authenticationConfig":{"isOAuth2Supported":null,"oAuth2Defaults":{"oauth2CustomProperties":[{"type":null}]},"customAuthConfigs":[null]},
              "connectorProvisioningConfig":{"lambda":null}}}
            """)!);

        Assert.Equal([Operators.NoOp], read.SupportedOperators);
        Assert.Equal(["SOURCE"], read.ConnectorModes);
        var setting = Assert.Single(read.ConnectorRuntimeSettings);
        Assert.Null(setting.Key);
        Assert.False(setting.IsRequired);
        Assert.Empty(setting.ConnectorSuppliedValueOptions);
        Assert.Null(Assert.Single(read.AuthenticationConfig!.OAuth2Defaults!.OAuth2CustomProperties).Type);
        Assert.Empty(read.AuthenticationConfig.CustomAuthConfigs);
        Assert.Null(read.ConnectorProvisioningConfig);
    }

    [Fact]
    public async Task An_empty_configuration_has_empty_lists_and_no_values()
    {
        var read = await ReadAsync(JsonNode.Parse("""{"connectorConfiguration":{}}""")!);
        foreach (var property in typeof(ConnectorConfiguration).GetProperties())
        {
            var value = property.GetValue(read);
            Assert.True(value is null or false or System.Collections.IEnumerable, property.Name);
            if (value is System.Collections.IEnumerable list)
            {
                Assert.Empty(list);
            }
        }
    }

    [Fact]
    public async Task Unknown_members_are_ignored_at_any_depth()
    {
        var answer = Facts.DescribeAnswer;
        answer["new"] = JsonNode.Parse("""[{"a":[1,2]}]""");
        answer["connectorConfiguration"]!["new"] = "x";
        answer["connectorConfiguration"]!["authenticationConfig"]!["new"] = JsonNode.Parse("""{"a":null}""");

        Assert.Equal(await ReadAsync(Facts.DescribeAnswer), await ReadAsync(answer));
    }

    [Fact]
    public async Task Two_reads_of_the_same_answer_are_equal()
    {
        var one = await ReadAsync(Facts.DescribeAnswer);
        var other = await ReadAsync(Facts.DescribeAnswer);

        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.ToString(), other.ToString());
    }

    [Theory]
    [InlineData("1767323045", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("1.767323045E9", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("1767323045.1234567", "2026-01-02T03:04:05.1234567+00:00")]
    [InlineData("-1.5", "1969-12-31T23:59:58.5000000+00:00")]
    [InlineData("0", "1970-01-01T00:00:00.0000000+00:00")]
    [InlineData("253402300799", "9999-12-31T23:59:59.0000000+00:00")]
    public async Task Timestamps_are_seconds_since_1970_with_any_fraction(string seconds, string expected)
    {
        var read = await ReadAsync($$$"""{"connectorConfiguration":{"registeredAt":{{{seconds}}}}}""");
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), read.RegisteredAt);
    }

    [Theory]
    [InlineData("253402300800")]
    [InlineData("-62135596801")]
    [InlineData("1e30")]
    [InlineData("1e300")]
    [InlineData("\"2026-01-02T03:04:05Z\"")]
    [InlineData("true")]
    public async Task An_invalid_timestamp_is_an_error_of_the_answer(string seconds)
    {
        var e = await Assert.ThrowsAsync<AppFlowException>(
            () => ReadAsync($$$"""{"connectorConfiguration":{"registeredAt":{{{seconds}}}}}"""));
        Assert.Equal(System.Net.HttpStatusCode.OK, e.StatusCode);
        Assert.Contains("timestamp", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lists_cannot_be_changed_through_any_interface()
    {
        var read = await ReadAsync(Facts.DescribeAnswer);
        foreach (var list in Lists(read))
        {
            Assert.False(list.GetType().IsArray);
            Assert.False(list is System.Collections.IList { IsReadOnly: false });
            Assert.DoesNotContain(
                list.GetType().GetInterfaces(),
                type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollection<>));
        }
    }

    private static IEnumerable<object> Lists(object value)
    {
        foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var part = property.GetValue(value);
            if (part is System.Collections.IEnumerable list and not string)
            {
                yield return list;
                foreach (var inner in list.Cast<object>().Where(inner => inner.GetType().IsClass && inner is not string).SelectMany(Lists))
                {
                    yield return inner;
                }
            }
            else if (part is not null && part.GetType().Assembly == typeof(AppFlowClient).Assembly && part.GetType().IsClass)
            {
                foreach (var inner in Lists(part))
                {
                    yield return inner;
                }
            }
        }
    }

    private static void AssertWhole(JsonNode answer, string shape)
    {
        var members = Facts.ServiceModel["shapes"]![shape]!["members"]!.AsObject();
        if (shape != "ConnectorMetadata")
        {
            Assert.Equal(
                members.Select(member => member.Key).Order(StringComparer.Ordinal),
                answer.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        }

        foreach (var (name, value) in answer.AsObject())
        {
            var target = (string)members[name]!["shape"]!;
            var item = value;
            if (Facts.ServiceModel["shapes"]![target]!["member"] is { } element)
            {
                target = (string)element["shape"]!;
                item = value![0];
            }

            if (shape != "ConnectorMetadata" && item is JsonObject)
            {
                AssertWhole(item, target);
            }
        }
    }

    private static Task<ConnectorConfiguration> ReadAsync(JsonNode answer) => ReadAsync(answer.ToJsonString());

    private static async Task<ConnectorConfiguration> ReadAsync(string answer)
    {
        using var network = new RecordingHandler(answer);
        using var client = FakeService.Client(network);
        return (await ConnectorRegistration.Describe("orders").SendAsync(client)).ConnectorConfiguration;
    }
}
