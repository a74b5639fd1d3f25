using Amazon.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;

/// <summary>Creates containers and hosts as an application does.</summary>
internal static class Containers
{
    public const string LambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:orders";

    public static AWSCredentials Credentials => new BasicAWSCredentials("emulator", "emulator");

    public static ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>The error when a host starts, about its settings.</summary>
    public static async Task<OptionsValidationException?> StartAsync(Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        add(builder.Services);
        using var host = builder.Build();
        try
        {
            await host.StartAsync();
            await host.StopAsync();
            return null;
        }
        catch (OptionsValidationException e)
        {
            return e;
        }
    }

    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, value.Value))).Build();

    public static AppFlowClientOptions OptionsOf(IServiceProvider provider, string name = "") =>
        provider.GetRequiredService<IOptionsMonitor<AppFlowClientOptions>>().Get(name);
}
