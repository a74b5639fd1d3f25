using System.Net;
using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Readme;

/// <summary>The README's minimal API.</summary>
public sealed class UserValuesTests
{
    [Fact]
    public async Task An_invalid_value_is_rejected_and_a_valid_one_is_sent_with_its_token()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddAppFlowClient(options => (options.Endpoint, options.Credentials) = (appflow.Endpoint, appflow.Credentials));
        await using var app = builder.Build();
        app.UseRouting();
        app.MapPost("/connectors/{label}", async (string label, string lambdaArn, Guid id, IAppFlowClient client) =>
        {
            if ((ConnectorRegistrationValues.FaultOfConnectorLabel(label) ?? ConnectorRegistrationValues.FaultOfLambdaArn(lambdaArn)) is { } fault)
            {
                return Results.BadRequest(fault);
            }

            var registered = await ConnectorRegistration.Register(label).WithLambda(lambdaArn).WithClientToken(ClientToken.From(id)).SendAsync(client);
            return Results.Ok(registered);
        });
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var id = Guid.NewGuid();

        using var refused = await http.PostAsync(new Uri($"/connectors/-?lambdaArn={Containers.LambdaArn}&id={id}", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("\"connectorLabel must be 2 to 256 characters long; it is 1.\"", await refused.Content.ReadAsStringAsync());

        using var accepted = await http.PostAsync(new Uri($"/connectors/orders?lambdaArn={Containers.LambdaArn}&id={id}", UriKind.Relative), null);
        Assert.Contains($"\"clientToken\":\"{id}\"", await accepted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal($"{id}", Assert.Single(appflow.Applied).ClientToken);
    }
}
