using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Requests;

namespace AppFlow.Fluent.Tests.Responses;

/// <summary>What every response says about its call.</summary>
public sealed class ResponseFactsTests
{
    [Theory]
    [InlineData("x-amzn-RequestId")]
    [InlineData("x-amz-request-id")]
    public async Task Responses_give_request_id_and_attempts(string header)
    {
        using var network = new RecordingHandler(_ => Answers.Json(
            200,
            $$$"""{"connectorArn":"{{{Answers.ConnectorArn}}}","connectorConfiguration":{}}""",
            (header, "id-1")));
        using var client = FakeService.Client(network);

        var update = await ConnectorRegistration.Update("orders").WithClientToken("t").SendAsync(client);
        Assert.Equal((Answers.ConnectorArn, "id-1", "t", 1), (update.ConnectorArn, update.RequestId, update.ClientToken, update.Attempts));
        var register = await ConnectorRegistration.Register("orders").WithLambda(RequestSamples.LambdaArn).WithClientToken("u").SendAsync(client);
        Assert.Equal((Answers.ConnectorArn, "id-1", "u", 1), (register.ConnectorArn, register.RequestId, register.ClientToken, register.Attempts));
        var unregister = await ConnectorRegistration.Unregister("orders").SendAsync(client);
        Assert.Equal(("id-1", 1), (unregister.RequestId, unregister.Attempts));
        var describe = await ConnectorRegistration.Describe("orders").SendAsync(client);
        Assert.Equal(("id-1", 1), (describe.RequestId, describe.Attempts));
        var list = await ConnectorRegistration.List().SendAsync(client);
        Assert.Equal(("id-1", 1), (list.RequestId, list.Attempts));
    }

    [Fact]
    public async Task Responses_are_equal_by_value_and_readable()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.Client(network);
        var request = ConnectorRegistration.Update("orders").WithClientToken("t");
        var one = await request.SendAsync(client);
        var other = await request.SendAsync(client);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, await request.WithClientToken("u").SendAsync(client));
        Assert.Contains(Answers.ConnectorArn, one.ToString(), StringComparison.Ordinal);
        Assert.Null(one.RequestId);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(299)]
    public async Task Any_success_status_with_an_empty_body_is_a_success_if_no_body_is_expected(int status)
    {
        using var network = new RecordingHandler(_ => Answers.Json(status, ""));
        using var client = FakeService.Client(network);
        Assert.Equal(1, (await ConnectorRegistration.Unregister("orders").SendAsync(client)).Attempts);
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_answer_is_skipped()
    {
        using var network = new RecordingHandler(_ => Answers.Json(200, "\uFEFF" + Answers.Arn));
        using var client = FakeService.Client(network);
        Assert.Equal(Answers.ConnectorArn, (await ConnectorRegistration.Update("orders").SendAsync(client)).ConnectorArn);
    }
}
