using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Programs;

/// <summary>Lambdas passed to methods of the compilation that do not run them themselves: routes, commands, handlers.</summary>
public sealed class EndpointPrograms
{
    private const string Web = """
        public sealed class WebApplication
        {
            private readonly List<Delegate> _handlers = new();
            public void MapPost(string route, Delegate handler) { }
            public void MapPut(string route, Delegate handler) => _handlers.Add(handler);
            public void OnStart(Func<string, AppFlowClient, Task> start) { }
            public async Task TwiceAsync(Func<Task> action) { await action(); await action(); }
        }
        public sealed record Body(string? Label, string? Note);
        """;

    private static string Program(string statements) => $$"""
        {{Web}}
        public static class Startup
        {
            public static void Configure(WebApplication app)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("""
        app.MapPost("/connectors", async (Body body, AppFlowClient client) =>
        {
            var request = ConnectorRegistration.Update();
            if (body.Label is not null) request = request.WithConnectorLabel(body.Label);
            await request.{|AFF2002:SendAsync|}(client);
        });
        """)]
    [InlineData("""app.MapPut("/connectors", (string label, AppFlowClient client) => ConnectorRegistration.Register(label).{|AFF2001:SendAsync|}(client));""")]
    [InlineData("app.OnStart((label, client) => ConnectorRegistration.Register(label).{|AFF2001:SendAsync|}(client));")]
    [InlineData("""
        app.MapPost("/batch", async (string[] labels, AppFlowClient client) =>
        {
            var token = ClientToken.New();
            foreach (var label in labels) await ConnectorRegistration.Update(label).WithClientToken({|AFF1002:token|}).SendAsync(client);
        });
        """)]
    [InlineData("""
        app.MapPost("/patient", async (string label, AppFlowClient client) =>
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try { await ConnectorRegistration.Update(label).{|AFF1004:SendAsync|}(client); return; }
                catch (AppFlowException) { await Task.Delay(100); }
            }
        });
        """)]
    public Task A_lambda_that_is_only_passed_on_is_judged(string statements) => Verify.FilesAsync(Program(statements));

    [Theory]
    [InlineData("""
        app.MapPost("/connectors", async (Body body, AppFlowClient client) =>
        {
            if (body.Label is null) return;
            await ConnectorRegistration.Update(body.Label).SendAsync(client);
        });
        """)]
    [InlineData("""app.MapPut("/any", (UpdateConnectorRegistrationRequest request, AppFlowClient client) => request.WithDescription("from outside").SendAsync(client));""")]
    [InlineData("""
        app.MapPost("/batch", async (string[] labels, AppFlowClient client) =>
        {
            foreach (var label in labels) await ConnectorRegistration.Update(label).WithClientToken(ClientToken.New()).SendAsync(client);
        });
        """)]
    [InlineData("app.TwiceAsync(() => ConnectorRegistration.Update(\"orders\").SendAsync()).Wait();")]
    public Task A_lambda_without_a_mistake_is_silent(string statements) => Verify.FilesAsync(Program(statements));
}
