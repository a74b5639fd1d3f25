using System.Net;
using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests;

/// <summary>The HTTP client of the factory.</summary>
public sealed class HttpClientTests
{
    private static readonly UpdateConnectorRegistrationRequest Update = ConnectorRegistration.Update("orders").WithDescription("adds paging");

    [Theory]
    [InlineData(null, "AppFlow.Fluent")]
    [InlineData("eu", "AppFlow.Fluent:eu")]
    public void The_HTTP_client_follows_no_redirect_has_no_timeout_and_renews_connections(string? key, string name)
    {
        using var provider = Containers.Build(services => Add(services, key));
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
        var primary = Assert.IsType<SocketsHttpHandler>(Handlers(provider, name)[^1]);
        Assert.Equal((false, TimeSpan.FromMinutes(5)), (primary.AllowAutoRedirect, primary.PooledConnectionLifetime));
        Assert.Equal((false, DecompressionMethods.None), (primary.UseCookies, primary.AutomaticDecompression));
        Assert.True(primary.Proxy!.IsBypassed(new Uri("http://127.0.0.1:8321")));
    }

    [Theory]
    [InlineData(null, "AppFlow.Fluent")]
    [InlineData("eu", "AppFlow.Fluent:eu")]
    public async Task The_client_sends_through_the_factory_s_HTTP_client(string? key, string name)
    {
        var stub = new StubHandler();
        using var provider = Containers.Build(services =>
        {
            Add(services, key);
            services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => stub);
        });

        Assert.Equal("arn:stub", (await Update.SendAsync(provider.GetRequiredKeyedService<IAppFlowClient>(key))).ConnectorArn);
        Assert.Single(stub.Sent);
    }

    [Fact]
    public void A_user_s_primary_handler_is_kept_and_follows_no_redirect()
    {
        var (mine, shared) = (new SocketsHttpHandler { MaxConnectionsPerServer = 3 }, new HttpClientHandler());
        using var provider = Containers.Build(services =>
        {
            // Before, after and for all clients.
            services.AddHttpClient("AppFlow.Fluent").ConfigurePrimaryHttpMessageHandler(() => mine);
            services.AddAppFlowClient(Options);
            services.AddKeyedAppFlowClient("eu", Options);
            services.ConfigureHttpClientDefaults(clients => clients.ConfigurePrimaryHttpMessageHandler(() => shared));
        });

        Assert.Same(mine, Handlers(provider, "AppFlow.Fluent")[^1]);
        Assert.Equal((3, false, TimeSpan.FromMinutes(5)), (mine.MaxConnectionsPerServer, mine.AllowAutoRedirect, mine.PooledConnectionLifetime));
        Assert.Same(shared, Handlers(provider, "AppFlow.Fluent:eu")[^1]);
        Assert.False(shared.AllowAutoRedirect);
    }

    [Fact]
    public void Handlers_are_kept_except_those_that_resend()
    {
        using var provider = Containers.Build(services =>
        {
            services.AddTransient<Tracing>();
            services.ConfigureHttpClientDefaults(clients =>
            {
                clients.AddStandardResilienceHandler();
                clients.AddHttpMessageHandler<Tracing>();
            });
            services.AddAppFlowClient(Options);
            services.AddHttpClient("AppFlow.Fluent").AddHttpMessageHandler(() => new Microsoft.Extensions.Http.PolicyHttpMessageHandler()).AddStandardHedgingHandler();
            services.AddHttpClient("another");
        });

        var ours = Handlers(provider, "AppFlow.Fluent");
        Assert.Contains(ours, handler => handler is Tracing);
        Assert.DoesNotContain(ours, handler => handler.GetType().Namespace!.Contains("Resilience", StringComparison.Ordinal));
        Assert.DoesNotContain(ours, handler => handler is Microsoft.Extensions.Http.PolicyHttpMessageHandler);
        Assert.Contains(Handlers(provider, "another"), handler => handler.GetType().Namespace!.Contains("Resilience", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retries_are_not_multiplied()
    {
        var stub = new StubHandler(HttpStatusCode.ServiceUnavailable, "{}");
        using var provider = Containers.Build(services =>
        {
            services.AddAppFlowClient(options =>
            {
                Options(options);
                options.MaxAttempts = 2;
            });
            services.ConfigureHttpClientDefaults(clients => clients.AddStandardResilienceHandler());
            services.AddHttpClient("AppFlow.Fluent").ConfigurePrimaryHttpMessageHandler(() => stub);
        });

        var e = await Assert.ThrowsAsync<AppFlowException>(() => Update.SendAsync(provider.GetRequiredService<IAppFlowClient>()));
        Assert.Equal((2, 2), (e.Attempts, stub.Sent.Count));
    }

    [Fact]
    public async Task An_HttpClient_of_the_options_is_used_instead()
    {
        var stub = new StubHandler();
        using var given = new HttpClient(stub);
        using var provider = Containers.Build(services => services.AddAppFlowClient(options =>
        {
            Options(options);
            options.HttpClient = given;
        }));

        await Update.SendAsync(provider.GetRequiredService<IAppFlowClient>());
        Assert.Single(stub.Sent);
    }

    [Fact]
    public async Task No_secret_is_logged_at_any_log_level()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var logs = new CapturedLogs();
        await using var provider = Containers.Build(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
            services.ConfigureHttpClientDefaults(clients => clients.RedactLoggedHeaders(_ => false));
            services.AddAppFlowClient(options =>
            {
                options.Endpoint = appflow.Endpoint;
                options.Credentials = new Amazon.Runtime.SessionAWSCredentials("emulator", "emulator", "a-session-token");
            });
        });
        await Assert.ThrowsAnyAsync<AppFlowException>(() => Update.SendAsync(provider.GetRequiredService<IAppFlowClient>()));

        var text = string.Join('\n', logs.Lines.Select(line => line.Text));
        Assert.Contains("amz-sdk-invocation-id", text, StringComparison.Ordinal);
        Assert.Contains("Authorization: *", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Signature=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a-session-token", text, StringComparison.Ordinal);
    }

    private static void Options(AppFlowClientOptions options)
    {
        options.Region = "eu-central-1";
        options.Credentials = Containers.Credentials;
    }

    private static void Add(IServiceCollection services, string? key)
    {
        if (key is null)
        {
            services.AddAppFlowClient(Options);
        }
        else
        {
            services.AddKeyedAppFlowClient(key, Options);
        }
    }

    private static List<HttpMessageHandler> Handlers(IServiceProvider provider, string name)
    {
        var handlers = new List<HttpMessageHandler> { provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name) };
        while (handlers[^1] is DelegatingHandler { InnerHandler: { } inner })
        {
            handlers.Add(inner);
        }

        return handlers;
    }

    private sealed class Tracing : DelegatingHandler;
}
