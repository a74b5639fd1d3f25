using Amazon.Runtime;
using AppFlow.Fluent.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>No credentials provider blocks a call for longer than an attempt may take, or longer than the client lives.</summary>
public sealed class CredentialsWaitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(300);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_provider_that_never_answers_is_named_after_the_time_out_of_an_attempt(bool blocks)
    {
        using var provider = new Mute(after: 0, blocks);
        using var network = new RecordingHandler(Answers.Arn);
        using var client = Client(network, provider);
        var call = ConnectorRegistration.Update("orders").SendAsync(client);
        await provider.Asked;
        Assert.False(call.IsCompleted);
        _time.Advance(Limit);
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => call);

        Says.All(e.Message, "credentials provider Mute", "within 300 ms");
        Assert.IsType<TimeoutException>(e.InnerException);
        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task Missing_credentials_before_a_second_attempt_return_the_token()
    {
        using var provider = new Mute(after: 1);
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Lost);
        using var client = Client(network, provider);
        var call = ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client);
        await provider.Asked;
        _time.Advance(Limit);
        var e = await Assert.ThrowsAnyAsync<AppFlowException>(() => call);

        Assert.Equal(("token", 1, true), (e.ClientToken, e.Attempts, e.MayHaveBeenApplied));
        Says.All(e.Message, "attempt 2", "Mute", "300 ms", "The answer was lost");
    }

    [Fact]
    public async Task The_end_of_the_client_ends_the_wait()
    {
        using var provider = new Mute(after: 0);
        using var network = new RecordingHandler(Answers.Arn);
        var client = Client(network, provider);
        var call = ConnectorRegistration.Update("orders").SendAsync(client);
        await provider.Asked;
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    [Fact]
    public async Task The_caller_s_cancellation_ends_the_wait()
    {
        using var provider = new Mute(after: 0);
        using var network = new RecordingHandler(Answers.Arn);
        using var client = Client(network, provider);
        using var caller = new CancellationTokenSource();
        var call = ConnectorRegistration.Update("orders").SendAsync(client, caller.Token);
        await provider.Asked;
        await caller.CancelAsync();

        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    public static TheoryData<string> Faults => ["cancels", "no task", "no credentials", "throws", "throws later"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_provider_that_fails_in_any_way_is_named(string fault)
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = Client(network, new Faulty(fault));
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Contains("credentials provider Faulty", e.Message, StringComparison.Ordinal);
        Assert.NotNull(e.InnerException);
        Assert.Empty(network.Sent);
    }

    private AppFlowClient Client(HttpMessageHandler network, AWSCredentials credentials) => new(
        new AppFlowClientOptions
        {
            Endpoint = FakeService.Endpoint,
            Credentials = credentials,
            HttpClient = new HttpClient(network, disposeHandler: false),
            TimeProvider = _time,
            AttemptTimeout = Limit,
        },
        FakeService.Nothing,
        () => 0);

    /// <summary>Returns credentials a few times, and then never completes.</summary>
    private sealed class Mute(int after, bool blocks = false) : AWSCredentials, IDisposable
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _end = new();
        private int _count;

        /// <summary>Completes when the endless wait starts.</summary>
        public Task Asked => _asked.Task;

        public override ImmutableCredentials GetCredentials() => throw new NotSupportedException();

        public override Task<ImmutableCredentials> GetCredentialsAsync()
        {
            if (Interlocked.Increment(ref _count) <= after)
            {
                return Task.FromResult(new ImmutableCredentials(FakeService.AccessKey, FakeService.SecretKey, null));
            }

            _asked.TrySetResult();
            if (blocks)
            {
                _end.Wait();
            }

            return new TaskCompletionSource<ImmutableCredentials>().Task;
        }

        public void Dispose() => _end.Set();
    }

    private sealed class Faulty(string fault) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new NotSupportedException();

        public override Task<ImmutableCredentials> GetCredentialsAsync() => fault switch
        {
            "cancels" => Task.FromCanceled<ImmutableCredentials>(new CancellationToken(canceled: true)),
            "no task" => null!,
            "no credentials" => Task.FromResult<ImmutableCredentials>(null!),
            "throws" => throw new InvalidDataException("broken"),
            _ => Task.FromException<ImmutableCredentials>(new InvalidDataException("broken")),
        };
    }
}
