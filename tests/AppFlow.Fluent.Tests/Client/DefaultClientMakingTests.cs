using AppFlow.Fluent.Client;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>The default client is created once, off the callers' threads, and each caller can stop waiting.</summary>
public sealed class DefaultClientMakingTests
{
    [Fact]
    public async Task Each_caller_can_cancel_its_wait_and_the_client_is_created_once()
    {
        using var metadataAnswers = new ManualResetEventSlim();
        var made = 0;
        var own = new FakeClient();
        var callers = Environment.CurrentManagedThreadId;
        var thread = 0;
        var client = new DefaultClient(() =>
        {
            thread = Environment.CurrentManagedThreadId;
            Interlocked.Increment(ref made);
            metadataAnswers.Wait();
            return own;
        });
        using var impatient = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 4).Select(_ => client.GetAsync(impatient.Token)).ToArray();
        var patient = client.GetAsync(CancellationToken.None);
        await impatient.CancelAsync();
        foreach (var one in waiting)
        {
            Assert.Equal(impatient.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one)).CancellationToken);
        }

        Assert.False(patient.IsCompleted);
        metadataAnswers.Set();

        Assert.Same(own, await patient);
        Assert.Same(own, client.Get());
        Assert.Same(own, client.IfCreated);
        Assert.Equal(1, made);
        Assert.NotEqual(callers, thread);
    }

    [Fact]
    public async Task A_failure_is_thrown_to_all_waiting_callers_and_the_next_call_tries_again()
    {
        using var goOn = new ManualResetEventSlim();
        var made = 0;
        var own = new FakeClient();
        var client = new DefaultClient(() =>
        {
            goOn.Wait();
            return Interlocked.Increment(ref made) == 1 ? throw new InvalidOperationException("no region") : own;
        });
        var waiting = Enumerable.Range(0, 3).Select(_ => client.GetAsync(CancellationToken.None)).ToArray();
        goOn.Set();
        foreach (var one in waiting)
        {
            Assert.Equal("no region", (await Assert.ThrowsAsync<InvalidOperationException>(() => one)).Message);
        }

        Assert.Equal(1, made);
        Assert.Same(own, await client.GetAsync(CancellationToken.None));
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task The_default_client_cannot_be_replaced_while_it_is_created()
    {
        using var goOn = new ManualResetEventSlim();
        var own = new FakeClient();
        var client = new DefaultClient(() =>
        {
            goOn.Wait();
            return own;
        });
        var waiting = client.GetAsync(CancellationToken.None);

        Assert.Throws<InvalidOperationException>(() => client.Replace(new FakeClient()));
        goOn.Set();
        Assert.Same(own, await waiting);
    }

    [Fact]
    public async Task The_default_client_can_be_replaced_after_a_failure()
    {
        var own = new FakeClient();
        var client = new DefaultClient(() => throw new InvalidOperationException("no region"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(CancellationToken.None));
        client.Replace(own);

        Assert.Same(own, await client.GetAsync(CancellationToken.None));
    }
}
