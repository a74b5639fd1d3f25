using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Libraries;

public sealed class SendTests
{
    private const string Own = """
        [FluentRequest]
        record R
        {
            public string? Name { get; init; }
            [IdempotencyToken] public string? Token { get; init; }
            public Task SendAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
            public Task SendAsync(System.Net.Http.HttpClient http) => Task.CompletedTask;
            public Task SendAsync(string name) => Task.CompletedTask;
            public Task SendAsync(int attempt, [IdempotencyToken] string token) => Task.CompletedTask;
            public void Send() { }
            public R Send(string text) => this;
            public Task Deliver() => Task.CompletedTask;
        }

        static class E
        {
            public static Task SendAsync(this R r, TimeSpan timeout) => r.SendAsync();
            public static Task SendAsync(this UpdateConnectorRegistrationRequest r, string connectorLabel) => r.WithConnectorLabel(connectorLabel).SendAsync();
            public static Task SendAsync(this UpdateConnectorRegistrationRequest r, [IdempotencyToken] string token, CancellationToken stop) => r.WithClientToken(token).SendAsync(stop);
        }

        """;

    [Theory]
    [InlineData("u.SendAsync()", "Send UpdateConnectorRegistration from u")]
    [InlineData("u.SendAsync(stop)", "Send UpdateConnectorRegistration from u")]
    [InlineData("u.SendAsync(client)", "Send UpdateConnectorRegistration from u with client")]
    [InlineData("u.SendAsync(client, stop)", "Send UpdateConnectorRegistration from u with client")]
    [InlineData("l.EnumerateAsync()", "Enumerate ListConnectors from l")]
    [InlineData("l.EnumerateAsync(client)", "Enumerate ListConnectors from l with client")]
    [InlineData("r.SendAsync()", "Send R from r")]
    [InlineData("r.SendAsync(stop)", "Send R from r")]
    [InlineData("r.SendAsync(http)", "Send R from r with http")]
    [InlineData("new Action(r.Send)", null)]
    [InlineData("r.SendAsync(\"name\")", null)]
    [InlineData("r.Deliver()", null)]
    [InlineData("r.SendAsync(TimeSpan.Zero)", null)]
    [InlineData("u.SendAsync(\"orders\")", null)]
    [InlineData("r.Send(\"a\")", null)]
    [InlineData("r.SendAsync(1, \"t\")", "Wrapper SendAsync of SendAsync with r token=\"t\"(Token)")]
    [InlineData("u.SendAsync(\"t\", stop)", "Wrapper SendAsync of UpdateConnectorRegistrationRequest r=u token=\"t\"(Token)")]
    public void A_send_is_the_request_s_own_and_is_given_no_field(string expression, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Calls.Of(Own + $$"""
            class C
            {
                object M(
                    UpdateConnectorRegistrationRequest u, ListConnectorsRequest l, R r, AppFlowClient client, System.Net.Http.HttpClient http, CancellationToken stop) =>
                    {{expression}};
            }
            """));

    [Theory]
    [InlineData("client.SendAsync(update)", "Send UpdateConnectorRegistration from update with client")]
    [InlineData("client.SendAsync(update, default)", "Send UpdateConnectorRegistration from update with client")]
    [InlineData("fake.SendAsync(update)", "Send UpdateConnectorRegistration from update with fake")]
    [InlineData("client.SendAsync(any)", null)]
    [InlineData("stranger.SendAsync(update)", null)]
    [InlineData("fake.SendAsync(\"\")", null)]
    public void A_call_of_the_client_is_a_send_of_its_first_argument(string expression, string? expected)
    {
        // The client interface, as a library with that name declares it.
        var library = Analysis("""
            namespace AppFlow.Fluent
            {
                public interface IAppFlowClient { Task<T> SendAsync<T>(AppFlowRequest<T> request, CancellationToken cancellationToken = default); }
                public abstract class AppFlowRequest<T>;
                [Annotations.FluentRequest] public sealed class UpdateConnectorRegistrationRequest : AppFlowRequest<int> { public string? ConnectorLabel { get; } }
            }
            namespace AppFlow.Fluent.Annotations { public sealed class FluentRequestAttribute : Attribute; }
            """);
        var compilation = Calls.Compile(
            $$"""
            using System; using System.Threading; using System.Threading.Tasks; using AppFlow.Fluent;
            class Fake : IAppFlowClient
            {
                public Task<T> SendAsync<T>(AppFlowRequest<T> request, CancellationToken cancellationToken = default) => throw null!;
                public Task SendAsync(string text) => throw null!;
            }
            class Stranger { public Task SendAsync(object request) => throw null!; }
            class C { object M(IAppFlowClient client, Fake fake, Stranger stranger, UpdateConnectorRegistrationRequest update, AppFlowRequest<int> any) => {{expression}}; }
            """,
            referencesLibrary: false,
            library);
        Assert.Equal(expected is null ? [] : [expected], Calls.Of(compilation));
    }

    private static Microsoft.CodeAnalysis.MetadataReference Analysis(string source) =>
        Calls.Elsewhere("using System; using System.Threading; using System.Threading.Tasks;" + source, "AppFlow.Fluent", referencesLibrary: false);
}
