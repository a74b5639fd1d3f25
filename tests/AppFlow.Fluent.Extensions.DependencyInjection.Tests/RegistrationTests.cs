using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests;

/// <summary>What the container holds, and which registration wins.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task Both_types_are_one_singleton_that_the_container_disposes()
    {
        var provider = Containers.Build(services => services.AddAppFlowClient(options => options.Region = "eu-central-1"));
        var client = provider.GetRequiredService<AppFlowClient>();

        Assert.Same(client, provider.GetRequiredService<IAppFlowClient>());
        using (var scope = provider.CreateScope())
        {
            Assert.Same(client, scope.ServiceProvider.GetRequiredService<IAppFlowClient>());
        }

        await provider.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => ConnectorRegistration.Describe("orders").SendAsync(client));
    }

    [Fact]
    public void Keyed_clients_have_their_own_options()
    {
        using var provider = Containers.Build(services => services
            .AddAppFlowClient(options => options.Region = "us-east-1")
            .AddKeyedAppFlowClient("eu", options => options.Region = "eu-central-1")
            .AddKeyedAppFlowClient(7, Containers.Configuration(("AppFlow:Region", "eu-west-1")).GetSection("AppFlow"))
            .AddKeyedAppFlowClient("later")
            .Configure<AppFlowClientOptions>("later", options => options.Region = "eu-north-1"));

        Assert.Equal("us-east-1", provider.GetRequiredService<AppFlowClient>().Region);
        Assert.Equal("eu-central-1", provider.GetRequiredKeyedService<AppFlowClient>("eu").Region);
        Assert.Equal("eu-west-1", provider.GetRequiredKeyedService<AppFlowClient>(7).Region);
        Assert.Equal("eu-north-1", provider.GetRequiredKeyedService<AppFlowClient>("later").Region);
        Assert.Same(provider.GetRequiredKeyedService<AppFlowClient>("eu"), provider.GetRequiredKeyedService<IAppFlowClient>("eu"));
    }

    [Fact]
    public void An_earlier_client_stays()
    {
        var fake = new FakeClient();
        using var provider = Containers.Build(services => services.AddSingleton<IAppFlowClient>(fake).AddAppFlowClient(options => options.Region = "eu-central-1"));

        Assert.Same(fake, provider.GetRequiredService<IAppFlowClient>());
    }

    [Fact]
    public void An_earlier_AppFlowClient_is_used_for_both_types()
    {
        using var client = new AppFlowClient(new AppFlowClientOptions { Region = "eu-north-1" });
        using var provider = Containers.Build(services => services.AddSingleton(client).AddAppFlowClient());

        Assert.Same(client, provider.GetRequiredService<IAppFlowClient>());
    }

    [Fact]
    public void A_decorator_may_be_registered_before_or_after()
    {
        foreach (var isFirst in (bool[])[true, false])
        {
            var services = new ServiceCollection();
            if (isFirst)
            {
                services.AddSingleton<IAppFlowClient, Decorator>();
            }

            services.AddAppFlowClient(options => options.Region = "eu-central-1");
            if (!isFirst)
            {
                services.AddSingleton<IAppFlowClient, Decorator>();
            }

            using var provider = services.BuildServiceProvider();
            var decorator = Assert.IsType<Decorator>(provider.GetRequiredService<IAppFlowClient>());
            Assert.Same(provider.GetRequiredService<AppFlowClient>(), decorator.Inner);
        }
    }

    [Fact]
    public void A_second_call_adds_its_configuration_only()
    {
        var services = new ServiceCollection();
        services.AddAppFlowClient(options => (options.Region, options.MaxAttempts) = ("eu-central-1", 5));
        services.AddAppFlowClient(options => options.MaxAttempts = 7);
        services.AddAppFlowClient();
        using var provider = services.BuildServiceProvider();

        Assert.Single(services, descriptor => descriptor.ServiceType == typeof(IAppFlowClient));
        Assert.Single(services, descriptor => descriptor.ServiceType == typeof(IValidateOptions<AppFlowClientOptions>));
        Assert.Equal(("eu-central-1", 7), (Containers.OptionsOf(provider).Region, Containers.OptionsOf(provider).MaxAttempts!.Value));
        Assert.Equal("eu-central-1", Assert.Single(provider.GetServices<IAppFlowClient>().OfType<AppFlowClient>()).Region);
    }

    [Fact]
    public void Options_take_services()
    {
        using var provider = Containers.Build(services =>
        {
            services.AddSingleton(new Directory("eu-south-1"));
            services.AddAppFlowClient();
            services.AddKeyedAppFlowClient("other");
            services.AddOptions<AppFlowClientOptions>().Configure<Directory>((options, directory) => options.Region = directory.Region);
            services.AddOptions<AppFlowClientOptions>("other").Configure<Directory>((options, directory) => options.Region = directory.Region.Replace("south", "west", StringComparison.Ordinal));
        });

        Assert.Equal("eu-south-1", provider.GetRequiredService<AppFlowClient>().Region);
        Assert.Equal("eu-west-1", provider.GetRequiredKeyedService<AppFlowClient>("other").Region);
    }

    [Fact]
    public void The_container_s_services_do_not_change_the_options()
    {
        using var provider = Containers.Build(services => services.AddAppFlowClient(options => options.Region = "eu-central-1"));
        provider.GetRequiredService<AppFlowClient>();

        Assert.Equal((null, null, null), (Containers.OptionsOf(provider).HttpClient, Containers.OptionsOf(provider).LoggerFactory, Containers.OptionsOf(provider).TimeProvider));
    }

    [Fact]
    public void Keys_that_would_share_their_options_are_refused()
    {
        var services = new ServiceCollection().AddKeyedAppFlowClient("1").AddKeyedAppFlowClient("1");

        Assert.Equal("serviceKey", Assert.Throws<ArgumentException>(() => services.AddKeyedAppFlowClient(1)).ParamName);
        Assert.Equal("serviceKey", Assert.Throws<ArgumentException>(() => services.AddKeyedAppFlowClient("")).ParamName);
        Assert.Equal("serviceKey", Assert.Throws<ArgumentException>(() => services.AddKeyedAppFlowClient(KeyedService.AnyKey)).ParamName);
        Assert.Equal("serviceKey", Assert.Throws<ArgumentNullException>(() => services.AddKeyedAppFlowClient(null!)).ParamName);
    }

    private sealed record Directory(string Region);

    private sealed class Decorator(AppFlowClient inner) : IAppFlowClient
    {
        public AppFlowClient Inner => inner;

        public Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default) => inner.SendAsync(request, cancellationToken);
    }
}
