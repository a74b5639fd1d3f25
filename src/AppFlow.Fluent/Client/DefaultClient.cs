namespace AppFlow.Fluent.Client;

/// <summary>
/// The one client behind <see cref="AppFlowClient.Default"/>. It is made once, on a thread of its own, because to find a region may
/// take the machine's metadata server many seconds; whoever wants it waits as long as they like, and holds up nobody else.
/// </summary>
/// <param name="make">Makes the client.</param>
internal sealed class DefaultClient(Func<IAppFlowClient> make)
{
    private readonly Lock _gate = new();
    private IAppFlowClient? _client;
    private Task<IAppFlowClient>? _making;

    /// <summary>That of this process.</summary>
    public static DefaultClient OfProcess { get; } = new(static () => new AppFlowClient());

    /// <summary>The client, or null where it is not there yet.</summary>
    public IAppFlowClient? IfMade => Volatile.Read(ref _client);

    /// <summary>The client, once it is there.</summary>
    /// <param name="cancellationToken">Ends this wait, and no other.</param>
    public Task<IAppFlowClient> GetAsync(CancellationToken cancellationToken)
    {
        Task<IAppFlowClient> making;
        lock (_gate)
        {
            if (_client is { } client)
            {
                return Task.FromResult(client);
            }

            // One that failed is told to all who waited for it; who comes later asks again, for it may have been mended meanwhile.
            if (_making is null or { IsFaulted: true })
            {
                // What follows for one who waits must not hold up the others.
                var made = new TaskCompletionSource<IAppFlowClient>(TaskCreationOptions.RunContinuationsAsynchronously);
                _making = made.Task;

                // Not the pool's thread: those may all be waiting for this very client.
                new Thread(() => Make(made)) { IsBackground = true, Name = "AppFlowClient.Default" }.Start();
            }

            making = _making;
        }

        return making.WaitAsync(cancellationToken);
    }

    /// <summary>The client; the caller's thread waits until it is there.</summary>
    public IAppFlowClient Get() => IfMade ?? GetAsync(CancellationToken.None).GetAwaiter().GetResult();

    public void Replace(IAppFlowClient client)
    {
        lock (_gate)
        {
            if (_client is not null || _making is { IsFaulted: false })
            {
                throw new InvalidOperationException(
                    "AppFlowClient.Default was already replaced or used. Set it once, at start-up, before the first SendAsync without a client.");
            }

            _client = client;
        }
    }

    private void Make(TaskCompletionSource<IAppFlowClient> made)
    {
        try
        {
            var client = make();
            Volatile.Write(ref _client, client);
            made.SetResult(client);
        }
        catch (Exception e)
        {
            made.SetException(e);

            // Those who waited may all have left.
            _ = made.Task.Exception;
        }
    }
}
