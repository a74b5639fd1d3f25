using AppFlow.Fluent.Emulator;
using Fleet.Jobs;
using Fleet.Outcomes;
using Fleet.Releases;
using Fleet.Targets;

namespace AppFlow.Fluent.Fleet.Tests;

/// <summary>A job against an emulator: what it does depends on what the connector says.</summary>
public sealed class RolloutJobTests : IAsyncLifetime
{
    private const string Account = "123456789012";
    private const string Update = "UpdateConnectorRegistration";

    private static readonly Release Release = new("release-42", "adds paging");

    private readonly SentWith _clients = new();
    private AppFlowEmulator _appflow = null!;

    public async Task InitializeAsync()
    {
        _appflow = await AppFlowEmulator.StartAsync();
        _clients.Client = _appflow.CreateClient();
        await ConnectorRegistration.Register("orders")
            .WithLambda("arn:aws:lambda:us-east-1:123456789012:function:orders")
            .SendAsync(_clients.Client);
    }

    public async Task DisposeAsync()
    {
        _clients.Client?.Dispose();
        await _appflow.DisposeAsync();
    }

    [Fact]
    public async Task A_target_gets_the_release()
    {
        var outcome = await RunAsync(Release);

        Assert.Equal(OutcomeState.Done, outcome.State);
        var applied = Assert.Single(_appflow.Applied, entry => entry.Operation == Update);
        Assert.Equal("adds paging #release-42", applied.Description);
        Assert.Equal(applied.ClientToken, outcome.ClientToken);
    }

    [Fact]
    public async Task A_job_that_was_killed_after_its_update_finds_the_release_in_place()
    {
        await Release.UpdateOf("orders", lambda: null).SendAsync(_clients.Client!);

        Assert.Equal(OutcomeState.Replayed, (await RunAsync(Release)).State);
        Assert.Single(_appflow.Received, entry => entry.Operation == Update);
    }

    [Fact]
    public async Task Two_runs_at_once_apply_it_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync(Release)));

        Assert.Single(_appflow.Applied, entry => entry.Operation == Update);
    }

    [Fact]
    public async Task After_8_hours_the_description_decides()
    {
        await RunAsync(Release);
        _appflow.AdvanceClock(TimeSpan.FromHours(9));

        Assert.Equal(OutcomeState.Replayed, (await RunAsync(Release)).State);
        Assert.Single(_appflow.Applied, entry => entry.Operation == Update);
    }

    [Fact]
    public async Task To_go_back_to_a_release_within_8_hours_is_refused_aloud()
    {
        var first = await RunAsync(Release);
        await RunAsync(new Release("release-43"));

        var refused = await Assert.ThrowsAsync<RolloutRefusedException>(() => RunAsync(Release));

        Assert.Contains("#release-42", refused.Message, StringComparison.Ordinal);
        Assert.Equal(first.ClientToken, refused.ClientToken);
    }

    [Fact]
    public async Task After_8_hours_going_back_works()
    {
        await RunAsync(Release);
        await RunAsync(new Release("release-43"));
        _appflow.AdvanceClock(TimeSpan.FromHours(9));

        Assert.Equal(OutcomeState.Done, (await RunAsync(Release)).State);
    }

    [Fact]
    public async Task A_connector_that_cannot_be_read_after_the_update_fails_with_the_token_of_the_update()
    {
        var describes = 0;
        var job = new RolloutJob(new Intercepted(_clients.Client!, request =>
        {
            if (request is DescribeConnectorRequest && ++describes == 2)
            {
                _appflow.SetFaults(new FaultPlan
                {
                    Seed = 1,
                    Rules = [new FaultRule { Kind = FaultKind.ErrorBeforeApplying, StatusCode = 403, ErrorCode = "AccessDeniedException", Probability = 1 }],
                });
            }
        }));

        var refused = await Assert.ThrowsAsync<RolloutRefusedException>(
            () => job.RunAsync(new Target(Account, "us-east-1", "orders"), Release, CancellationToken.None));

        Assert.Contains("AccessDeniedException", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Assert.Single(_appflow.Applied, entry => entry.Operation == Update).ClientToken, refused.ClientToken);
    }

    [Fact]
    public async Task Credentials_of_another_account_change_nothing()
    {
        await Assert.ThrowsAsync<RolloutRefusedException>(() => RunAsync(Release, account: "444444444444"));

        Assert.DoesNotContain(_appflow.Received, entry => entry.Operation == Update);
    }

    private Task<TargetOutcome> RunAsync(Release release, string account = Account) =>
        new RolloutJob(_clients).RunAsync(new Target(account, "us-east-1", "orders"), release, CancellationToken.None);

    private sealed class SentWith : ITargetClients
    {
        public AppFlowClient? Client { get; set; }

        public IAppFlowClient For(Target target) => Client!;
    }

    /// <summary>Acts before each request.</summary>
    private sealed class Intercepted(IAppFlowClient client, Action<object> before) : IAppFlowClient, ITargetClients
    {
        public IAppFlowClient For(Target target) => this;

        public Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            before(request);
            return client.SendAsync(request, cancellationToken);
        }
    }
}
