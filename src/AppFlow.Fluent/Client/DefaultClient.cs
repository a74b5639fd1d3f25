namespace AppFlow.Fluent.Client;

/// <summary>
/// The client behind <see cref="AppFlowClient.Default"/>. It is created once, on its own thread, because finding a region may query the
/// machine's metadata server for many seconds. Each caller waits as long as it chooses, without blocking the others.
/// </summary>
/// <param name="make">Creates the client.</param>
internal sealed class DefaultClient(Func<IAppFlowClient> make)
{
    private readonly Lock _gate = new();
    private IAppFlowClient? _client;
    private Task<IAppFlowClient>? _making;

    /// <summary>The instance of this process.</summary>
    public static DefaultClient OfProcess { get; } = new(static () => new AppFlowClient());

    /// <summary>The client, or null if it does not exist yet.</summary>
    public IAppFlowClient? IfCreated => Volatile.Read(ref _client);

    /// <summary>The client, once it is created.</summary>
    /// <param name="cancellationToken">Cancels only this wait.</param>
    public Task<IAppFlowClient> GetAsync(CancellationToken cancellationToken)
    {
        Task<IAppFlowClient> making;
        lock (_gate)
        {
            if (_client is { } client)
            {
                return Task.FromResult(client);
            }

            // All current waiters get a failure; later callers try again, because the cause may have been fixed since.
            if (_making is null or { IsFaulted: true })
            {
                // The continuation of one waiter must not block the others.
                var made = new TaskCompletionSource<IAppFlowClient>(TaskCreationOptions.RunContinuationsAsynchronously);
                _making = made.Task;

                // Not a thread-pool thread: those may all be waiting for this client.
                new Thread(() => Make(made)) { IsBackground = true, Name = "AppFlowClient.Default" }.Start();
            }

            making = _making;
        }

        return making.WaitAsync(cancellationToken);
    }

    /// <summary>The client; blocks the caller's thread until it is created.</summary>
    public IAppFlowClient Get() => IfCreated ?? GetAsync(CancellationToken.None).GetAwaiter().GetResult();

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

            // All waiters may have given up.
            _ = made.Task.Exception;
        }
    }
}
