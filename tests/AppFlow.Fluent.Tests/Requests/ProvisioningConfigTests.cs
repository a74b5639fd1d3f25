using System.Text.Json;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>A config is validated when it is set on a request, whatever its origin.</summary>
public sealed class ProvisioningConfigTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string, string> Bad => new()
    {
        { "{}", "no lambda.lambdaArn" },
        { """{"lambda":null}""", "no lambda.lambdaArn" },
        { """{"lambda":{}}""", "no lambda.lambdaArn" },
        { """{"lambda":{"lambdaArn":null}}""", "no lambda.lambdaArn" },
        { """{"lambda":{"lambdaArn":""}}""", "must have the form" },
        { """{"lambda":{"lambdaArn":"orders"}}""", "must have the form" },
        { """{"lambda":{"lambdaArn":"arn:aws:lambda:us-east-1:123456789012:function:a\nb"}}""", "line break" },
        { "{\"lambda\":{\"lambdaArn\":\"" + RequestSamples.LambdaArn + new string('x', 5_000) + "\"}}", "at most 512 characters" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void An_invalid_config_from_JSON_is_refused(string json, string says)
    {
        var config = JsonSerializer.Deserialize<ConnectorProvisioningConfig>(json, Web)!;
        foreach (var with in (Action[])[
            () => ConnectorRegistration.Update("orders").WithConnectorProvisioningConfig(config),
            () => ConnectorRegistration.Register("orders").WithConnectorProvisioningConfig(config)])
        {
            var e = Assert.Throws<ArgumentException>(with);

            Assert.Equal("connectorProvisioningConfig", e.ParamName);
            Assert.Contains(says, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_valid_config_from_JSON_is_accepted()
    {
        var config = JsonSerializer.Deserialize<ConnectorProvisioningConfig>(JsonSerializer.Serialize(RequestSamples.Config, Web), Web)!;

        Assert.Equal(
            ConnectorRegistration.Update("orders").WithLambda(RequestSamples.LambdaArn),
            ConnectorRegistration.Update("orders").WithConnectorProvisioningConfig(config));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task An_invalid_config_of_a_Describe_answer_is_null_or_refused(string json, string says)
    {
        using var network = new RecordingHandler("{\"connectorConfiguration\":{\"connectorProvisioningConfig\":" + json + "}}");
        using var client = FakeService.Client(network);
        var config = (await ConnectorRegistration.Describe("orders").SendAsync(client)).ConnectorConfiguration.ConnectorProvisioningConfig;
        if (config is null)
        {
            Assert.Equal("no lambda.lambdaArn", says);
            return;
        }

        Assert.Contains(
            says,
            Assert.Throws<ArgumentException>(() => ConnectorRegistration.Update("orders").WithConnectorProvisioningConfig(config)).Message,
            StringComparison.Ordinal);
    }
}
