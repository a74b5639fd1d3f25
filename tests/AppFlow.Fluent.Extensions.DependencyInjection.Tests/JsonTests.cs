using System.Text.Json;
using System.Text.Json.Nodes;
using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests;

/// <summary>Answers as a minimal API returns them.</summary>
public sealed class JsonTests
{
    [Fact]
    public async Task A_minimal_API_returns_responses_as_readable_JSON()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddAppFlowClient(options => (options.Endpoint, options.Credentials) = (appflow.Endpoint, appflow.Credentials));
        await using var app = builder.Build();
        app.UseRouting();
        app.MapPost("/connectors/{label}", (string label, IAppFlowClient client) => ConnectorRegistration.Register(label).WithLambda(Containers.LambdaArn).SendAsync(client));
        app.MapGet("/connectors/{label}", async (string label, IAppFlowClient client) => (await ConnectorRegistration.Describe(label).SendAsync(client)).ConnectorConfiguration);
        app.MapGet("/connectors", (IAppFlowClient client) => ConnectorRegistration.List().SendAsync(client));
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var posted = await http.PostAsync(new Uri("/connectors/orders", UriKind.Relative), content: null);
        var registered = JsonNode.Parse(await posted.Content.ReadAsStringAsync())!;
        Assert.Equal("arn:aws:appflow:us-east-1:123456789012:connector/orders", (string?)registered["connectorArn"]);
        Assert.NotEmpty((string)registered["clientToken"]!);

        var described = JsonNode.Parse(await http.GetStringAsync(new Uri("/connectors/orders", UriKind.Relative)))!;
        Assert.Equal(("orders", "LAMBDA", Containers.LambdaArn), ((string?)described["connectorLabel"], (string?)described["connectorProvisioningType"], (string?)described["connectorProvisioningConfig"]!["lambda"]!["lambdaArn"]));
        Assert.Matches(@"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$", (string?)described["registeredAt"]);

        var listed = JsonNode.Parse(await http.GetStringAsync(new Uri("/connectors", UriKind.Relative)))!;
        Assert.Equal("orders", (string?)listed["connectors"]![0]!["connectorLabel"]);
        Assert.Matches(@"\+00:00$", (string?)listed["connectors"]![0]!["registeredAt"]);
    }

    [Fact]
    public void Names_follow_the_serializer_options_at_every_level_and_can_be_read_back()
    {
        var configuration = new ConnectorConfiguration
        {
            ConnectorLabel = "orders",
            RegisteredAt = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero),
            SupportedDataTransferApis = [new DataTransferApi { Name = "bulk", Type = DataTransferApiType.Async }],
            ConnectorProvisioningConfig = ConnectorProvisioningConfig.ForLambda(Containers.LambdaArn),
            AuthenticationConfig = new AuthenticationConfig { IsOAuth2Supported = true, OAuth2Defaults = new OAuth2Defaults { OAuthScopes = ["read"] } },
        };

        foreach (var options in (JsonSerializerOptions[])[JsonSerializerOptions.Web, JsonSerializerOptions.Default])
        {
            var json = JsonSerializer.Serialize(configuration, options);
            Assert.Contains("2026-11-26T12:00:00", json, StringComparison.Ordinal);
            Assert.All(NamesIn(JsonNode.Parse(json)!), name => Assert.Equal(options == JsonSerializerOptions.Web, char.IsLower(name[0])));
            Assert.Equal(configuration, JsonSerializer.Deserialize<ConnectorConfiguration>(json, options));
        }
    }

    private static IEnumerable<string> NamesIn(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => (member.Value is null ? [] : NamesIn(member.Value)).Prepend(member.Key)),
        JsonArray items => items.SelectMany(item => NamesIn(item!)),
        _ => [],
    };
}
