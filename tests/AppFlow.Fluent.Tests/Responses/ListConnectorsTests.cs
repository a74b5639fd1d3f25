using AppFlow.Fluent.Requests;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Responses;

/// <summary>Pages of connectors, one by one and all together.</summary>
public sealed class ListConnectorsTests
{
    [Fact]
    public async Task A_page_is_read_with_every_member()
    {
        using var network = new RecordingHandler(
            """
            {"connectors":[{"connectorDescription":"d","connectorName":"n","connectorOwner":"o","connectorVersion":"1","applicationType":"a",
            "connectorType":"New","connectorLabel":"orders","registeredAt":1.5,"registeredBy":"me","connectorProvisioningType":"LAMBDA",
            "connectorModes":["SOURCE"],"supportedDataTransferTypes":["FILE"]},null],"nextToken":"next"}
            """);
        using var client = FakeService.Client(network);
        var page = await ConnectorRegistration.List().SendAsync(client);

        Assert.Equal("next", page.NextToken);
        var connector = Assert.Single(page.Connectors);
        Assert.Equal(
            ("d", "n", "o", "1", "a", new ConnectorType("New"), "orders", DateTimeOffset.UnixEpoch.AddSeconds(1.5), "me", ConnectorProvisioningType.Lambda),
            (connector.ConnectorDescription, connector.ConnectorName, connector.ConnectorOwner, connector.ConnectorVersion, connector.ApplicationType,
                connector.ConnectorType!.Value, connector.ConnectorLabel, connector.RegisteredAt!.Value, connector.RegisteredBy,
                connector.ConnectorProvisioningType!.Value));
        Assert.Equal(["SOURCE"], connector.ConnectorModes);
        Assert.Equal([SupportedDataTransferType.File], connector.SupportedDataTransferTypes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"connectors":null,"nextToken":null}""")]
    public async Task An_answer_without_connectors_is_an_empty_page(string body)
    {
        using var network = new RecordingHandler(body);
        using var client = FakeService.Client(network);
        var page = await ConnectorRegistration.List().SendAsync(client);

        Assert.Empty(page.Connectors);
        Assert.Null(page.NextToken);
    }

    [Fact]
    public async Task Enumerating_walks_all_pages_with_the_page_size_and_each_page_s_token()
    {
        using var network = Pages("a", "", "b");
        using var client = FakeService.Client(network);
        var labels = new List<string?>();
        await foreach (var connector in ConnectorRegistration.List().WithMaxResults(1).EnumerateAsync(client))
        {
            labels.Add(connector.ConnectorLabel);
        }

        Assert.Equal(["a", "b"], labels);
        Assert.Equal(
            ["""{"maxResults":1}""", """{"maxResults":1,"nextToken":"1"}""", """{"maxResults":1,"nextToken":"2"}"""],
            network.Sent.Select(sent => sent.Text));
    }

    [Fact]
    public async Task Enumerating_requests_a_page_only_when_it_is_needed()
    {
        using var network = Pages("a", "b", "c");
        using var client = FakeService.Client(network);
        await foreach (var connector in ConnectorRegistration.List().EnumerateAsync(client))
        {
            Assert.Single(network.Sent);
            Assert.Equal("a", connector.ConnectorLabel);
            break;
        }

        Assert.Single(network.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_between_pages_ends_the_enumeration(bool throughExtension)
    {
        using var network = Pages("a", "b", "c");
        using var client = FakeService.Client(network);
        using var cancellation = new CancellationTokenSource();
        var connectors = throughExtension
            ? ConnectorRegistration.List().EnumerateAsync(client).WithCancellation(cancellation.Token)
            : ConnectorRegistration.List().EnumerateAsync(client, cancellation.Token).WithCancellation(CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var connector in connectors)
            {
                await cancellation.CancelAsync();
            }
        });
        Assert.Single(network.Sent);
    }

    [Theory]
    [InlineData("A A", 2)]
    [InlineData("A B A", 3)]
    [InlineData("A B C D B", 5)]
    [InlineData("start", 1)]
    [InlineData("A B start", 3)]
    public async Task A_repeated_page_token_is_an_error_and_not_an_endless_loop(string tokens, int pages)
    {
        var page = 0;
        using var network = new RecordingHandler(_ => Answers.Json(
            200,
            $$"""{"connectors":[{"connectorLabel":"a"}],"nextToken":"{{tokens.Split(' ')[page++]}}"}""",
            ("x-amzn-requestid", $"id-{page}")));
        using var client = FakeService.Client(network);
        var seen = 0;
        var e = await Assert.ThrowsAsync<AppFlowException>(async () =>
        {
            await foreach (var connector in ConnectorRegistration.List().WithNextToken("start").EnumerateAsync(client))
            {
                seen++;
            }
        });

        Says.All(e.Message, "ListConnectors", "nextToken", "never end");
        Assert.Equal((System.Net.HttpStatusCode.OK, $"id-{pages}", 1, false), (e.StatusCode, e.RequestId, e.Attempts, e.IsRetryable));
        Assert.Equal((pages, pages), (seen, network.Sent.Count));
    }

    [Fact]
    public async Task A_second_enumeration_starts_from_the_beginning()
    {
        using var network = Pages("a", "b", "c");
        using var client = FakeService.Client(network);
        var connectors = ConnectorRegistration.List().EnumerateAsync(client);
        for (var time = 0; time < 2; time++)
        {
            var labels = new List<string?>();
            await foreach (var connector in connectors)
            {
                labels.Add(connector.ConnectorLabel);
            }

            Assert.Equal(["a", "b", "c"], labels);
        }
    }

    [Fact]
    public void Ever_new_page_tokens_do_not_fill_the_memory()
    {
        var tokens = new SeenPageTokens();
        Assert.True(tokens.Add("first"));
        Assert.All(Enumerable.Range(1, SeenPageTokens.Most - 1), page => Assert.True(tokens.Add($"{page}")));

        Assert.True(tokens.Add("the next one makes room"));
        Assert.True(tokens.Add("first"));
        Assert.False(tokens.Add("first"));
    }

    [Fact]
    public async Task A_page_token_is_sent_back_unchanged_even_if_the_model_would_refuse_it()
    {
        var token = new string('x', 3000) + " y";
        using var network = new RecordingHandler(sent => Answers.Json(
            200,
            sent.Json.ContainsKey("nextToken") ? "{}" : $$"""{"nextToken":"{{token}}"}"""));
        using var client = FakeService.Client(network);
        await foreach (var connector in ConnectorRegistration.List().EnumerateAsync(client))
        {
            Assert.Fail("There are no connectors.");
        }

        Assert.Equal(token, (string?)network.Sent[1].Json["nextToken"]);
    }

    [Fact]
    public void A_null_client_is_refused_at_once() =>
        Assert.Equal("client", Assert.Throws<ArgumentNullException>(() => ConnectorRegistration.List().EnumerateAsync(null!, default)).ParamName);

    private static RecordingHandler Pages(params string[] labels) => new(sent =>
    {
        var page = int.Parse((string?)sent.Json["nextToken"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var connectors = labels[page].Length == 0 ? "" : $$"""{"connectorLabel":"{{labels[page]}}"}""";
        var next = page + 1 == labels.Length ? "" : $",\"nextToken\":\"{page + 1}\"";
        return Answers.Json(200, $$"""{"connectors":[{{connectors}}]{{next}}}""");
    });
}
