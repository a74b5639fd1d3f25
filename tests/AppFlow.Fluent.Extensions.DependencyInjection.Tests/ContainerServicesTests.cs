using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests;

/// <summary>Logging and clock come from the container.</summary>
public sealed class ContainerServicesTests
{
    private static readonly DateTimeOffset Then = new(2031, 5, 4, 3, 2, 1, TimeSpan.Zero);

    [Fact]
    public async Task Calls_are_logged_to_the_container()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var logs = new CapturedLogs();
        await using var provider = Containers.Build(services => services
            .AddLogging(logging => logging.AddProvider(logs))
            .AddAppFlowClient(options => (options.Endpoint, options.Credentials) = (appflow.Endpoint, appflow.Credentials)));

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ConnectorRegistration.Describe("orders").SendAsync(provider.GetRequiredService<IAppFlowClient>()));
        Assert.Contains(logs.Lines, line => line.Category == "AppFlow.Fluent" && line.Text.Contains("ResourceNotFoundException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_logger_of_the_options_takes_precedence_over_the_container()
    {
        using var logs = new CapturedLogs();
        using var own = new CapturedLogs();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(own));
        await using var provider = Containers.Build(services => services
            .AddLogging(logging => logging.AddProvider(logs))
            .AddAppFlowClient(options =>
            {
                (options.Region, options.Credentials, options.LoggerFactory) = ("eu-central-1", Containers.Credentials, factory);
                options.HttpClient = new HttpClient(new StubHandler(System.Net.HttpStatusCode.Forbidden, "{}"));
            }));

        await Assert.ThrowsAnyAsync<AppFlowException>(() => ConnectorRegistration.Describe("orders").SendAsync(provider.GetRequiredService<IAppFlowClient>()));
        Assert.Contains(own.Lines, line => line.Category == "AppFlow.Fluent");
        Assert.DoesNotContain(logs.Lines, line => line.Category == "AppFlow.Fluent");
    }

    [Fact]
    public async Task The_clock_of_the_container_is_used_for_signatures() => Assert.Equal("20310504T030201Z", await DateSentAsync(new FakeTimeProvider(Then), option: null));

    [Fact]
    public async Task A_clock_of_the_options_takes_precedence_over_the_container() =>
        Assert.Equal("20310504T030201Z", await DateSentAsync(new FakeTimeProvider(Then.AddYears(1)), option: new FakeTimeProvider(Then)));

    private static async Task<string> DateSentAsync(TimeProvider container, TimeProvider? option)
    {
        var stub = new StubHandler();
        await using var provider = Containers.Build(services => services
            .AddSingleton(container)
            .AddAppFlowClient(options => (options.Region, options.Credentials, options.TimeProvider) = ("eu-central-1", Containers.Credentials, option))
            .AddHttpClient("AppFlow.Fluent").ConfigurePrimaryHttpMessageHandler(() => stub));
        await ConnectorRegistration.Update("orders").SendAsync(provider.GetRequiredService<IAppFlowClient>());
        return Assert.Single(stub.Sent).Headers.GetValues("x-amz-date").Single();
    }
}
