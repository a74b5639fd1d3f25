using System.Net;
using System.Net.Sockets;
using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests;

/// <summary>What is checked when a host starts. One of the tests changes the environment of the process.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class StartTests
{
    [Fact]
    public async Task A_missing_region_ends_the_start()
    {
        var e = await Containers.StartAsync(services => services.AddAppFlowClient());

        Assert.Equal((Options.DefaultName, typeof(AppFlowClientOptions)), (e!.OptionsName, e.OptionsType));
        Assert.Contains("AWS_REGION", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keyed_client_is_checked_and_named()
    {
        var e = await Containers.StartAsync(services => services.AddAppFlowClient(options => options.Region = "eu-central-1").AddKeyedAppFlowClient("eu"));

        Assert.Equal("eu", e!.OptionsName);
        Assert.StartsWith("AppFlow client 'eu': No region", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_credentials_do_not_end_the_start() =>
        Assert.Null(await Containers.StartAsync(services => services.AddAppFlowClient(options => options.Region = "eu-central-1")));

    [Fact]
    public async Task An_invalid_option_ends_the_start() =>
        Assert.Contains("MaxAttempts must be", (await Containers.StartAsync(services => services.AddAppFlowClient(options => (options.Region, options.MaxAttempts) = ("eu-central-1", 0))))!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Validation_makes_no_call()
    {
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        var variables = new Dictionary<string, string?>
        {
            ["AWS_EC2_METADATA_DISABLED"] = "false",
            ["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = $"http://{trap.LocalEndpoint}",
        };
        var before = variables.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        try
        {
            Set(variables);
            Assert.Contains("No region", (await Containers.StartAsync(services => services.AddAppFlowClient()))!.Message, StringComparison.Ordinal);
            Assert.Null(await Containers.StartAsync(services => services.AddAppFlowClient(options => options.Endpoint = new Uri($"http://{trap.LocalEndpoint}"))));
        }
        finally
        {
            Set(before);
        }

        Assert.False(trap.Pending());
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    [InlineData("instead")]
    public async Task Nothing_is_validated_with_a_fake(string where)
    {
        var section = Containers.Configuration(("AppFlow:Nonsense", "x")).GetSection("AppFlow");
        Assert.Null(await Containers.StartAsync(services =>
        {
            if (where == "before")
            {
                services.AddSingleton<IAppFlowClient, FakeClient>();
            }

            services.AddAppFlowClient(section);
            if (where == "after")
            {
                services.AddSingleton<IAppFlowClient, FakeClient>();
            }
            else if (where == "instead")
            {
                services.Replace(ServiceDescriptor.Singleton<IAppFlowClient, FakeClient>());
            }
        }));
    }

    [Fact]
    public async Task With_a_fake_for_one_key_the_others_are_still_validated()
    {
        var e = await Containers.StartAsync(services => services
            .AddKeyedAppFlowClient("faked")
            .AddKeyedSingleton<IAppFlowClient, FakeClient>("faked")
            .AddKeyedAppFlowClient("real"));

        Assert.Equal("real", e!.OptionsName);
    }

    [Fact]
    public void Without_a_host_the_first_use_throws_the_same_error()
    {
        using var provider = Containers.Build(services => services.AddAppFlowClient());

        Assert.Contains("No region", Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IAppFlowClient>()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AppFlow")]
    [InlineData("AWS")]
    public async Task A_missing_region_names_its_place_in_the_configuration(string section)
    {
        var e = await Containers.StartAsync(services => services.AddAppFlowClient(Containers.Configuration().GetSection(section)));

        Assert.EndsWith($"In the configuration, the region belongs in {section}:Region.", e!.Message, StringComparison.Ordinal);
    }

    private static void Set(Dictionary<string, string?> variables)
    {
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
