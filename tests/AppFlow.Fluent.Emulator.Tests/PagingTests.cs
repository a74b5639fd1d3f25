using System.Text.Json;
using AppFlow.Fluent.Emulator.Tests.Wire;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class PagingTests : IAsyncLifetime
{
    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync();

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task An_empty_account_has_one_empty_page() =>
        Assert.Equal("""{"connectors":[]}""", (await _appflow.ListAsync()).ShouldSucceed().Body);

    [Fact]
    public async Task A_listed_connector_shows_its_details()
    {
        await _appflow.RegisterAsync("orders", "adds paging");

        var connector = Assert.Single((await _appflow.ListAsync()).Json.GetProperty("connectors").EnumerateArray());

        Assert.Equal("orders", connector.GetProperty("connectorLabel").GetString());
        Assert.Equal("adds paging", connector.GetProperty("connectorDescription").GetString());
        Assert.Equal("CustomConnector", connector.GetProperty("connectorType").GetString());
        Assert.Equal("1.0", connector.GetProperty("connectorVersion").GetString());
        Assert.Equal("LAMBDA", connector.GetProperty("connectorProvisioningType").GetString());
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(5, 1)]
    [InlineData(100, 1)]
    public async Task The_pages_list_every_connector_once_in_order(int maxResults, int expectedPages)
    {
        string[] labels = ["a1", "a2", "a3", "a4", "a5"];
        foreach (var label in labels.Reverse())
        {
            await _appflow.RegisterAsync(label);
        }

        var pages = new List<string[]>();
        string? token = null;
        do
        {
            (var page, token) = await PageAsync(maxResults, token);
            pages.Add(page);
        }
        while (token is not null);

        Assert.Equal(expectedPages, pages.Count);
        Assert.Equal(labels, pages.SelectMany(page => page));
    }

    [Fact]
    public async Task The_default_page_size_is_a_hundred()
    {
        for (var i = 0; i < 101; i++)
        {
            await _appflow.RegisterAsync($"c{i:000}");
        }

        var (first, token) = await PageAsync(null, null);
        var (second, last) = await PageAsync(null, token);

        Assert.Equal(100, first.Length);
        Assert.Equal(["c100"], second);
        Assert.Null(last);
    }

    [Fact]
    public async Task A_page_token_stays_valid_when_connectors_come_and_go()
    {
        foreach (var label in new[] { "b1", "b2", "b3", "b4" })
        {
            await _appflow.RegisterAsync(label);
        }

        var (_, token) = await PageAsync(2, null);
        await _appflow.UnregisterAsync("b2");
        await _appflow.UnregisterAsync("b3");
        await _appflow.RegisterAsync("a9");
        await _appflow.RegisterAsync("b5");

        Assert.Equal(["b4", "b5"], (await PageAsync(2, token)).Labels);
        Assert.Equal(["b4"], (await PageAsync(1, token)).Labels);
    }

    [Fact]
    public async Task A_page_token_after_the_last_connector_gives_an_empty_page()
    {
        await _appflow.RegisterAsync("b1");
        await _appflow.RegisterAsync("b2");
        var (_, token) = await PageAsync(1, null);
        await _appflow.UnregisterAsync("b2");

        var (labels, next) = await PageAsync(1, token);

        Assert.Empty(labels);
        Assert.Null(next);
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("!!")]
    [InlineData("=")]
    [InlineData("A")]
    public async Task A_page_token_that_was_never_issued_is_refused(string token) =>
        (await _appflow.ListAsync(1, token)).ShouldFail(400, "ValidationException");

    [Fact]
    public async Task A_changed_page_token_is_refused()
    {
        await _appflow.RegisterAsync("b1");
        await _appflow.RegisterAsync("b2");
        var (_, token) = await PageAsync(1, null);
        var changed = (token![0] == 'A' ? 'B' : 'A') + token[1..];

        (await _appflow.ListAsync(1, changed)).ShouldFail(400, "ValidationException");
    }

    private async Task<(string[] Labels, string? NextToken)> PageAsync(int? maxResults, string? nextToken)
    {
        var page = (await _appflow.ListAsync(maxResults, nextToken)).ShouldSucceed().Json;
        var labels = page.GetProperty("connectors").EnumerateArray().Select(c => c.GetProperty("connectorLabel").GetString()!).ToArray();
        return (labels, page.TryGetProperty("nextToken", out JsonElement token) ? token.GetString() : null);
    }
}
