using AppFlow.Fluent.Emulator;

namespace AppFlow.Fluent.Soak;

/// <summary>
/// Handles each call as the README says: after a failure, continue with its token until the call succeeds or is refused, but not with a
/// token that is too old.
/// </summary>
internal sealed class Caller : IDisposable
{
    private const int Clients = 8;
    private const double Cancelled = 0.02;
    private const int MaxTurns = 400;

    // Failures are random; this many in a row are not.
    private const int MaxFailures = 200;

    // The token lives eight hours from its first send. A client knows the token's age only from its own first use, and uses all but five
    // minutes of the eight hours, so at most five minutes may pass before. Each sleep of the machine takes longer.
    private static readonly TimeSpan OldestCarriedOn = TimeSpan.FromMinutes(4);

    private readonly SoakBooks _books;
    private readonly TimeProvider _time;
    private readonly WorldClock? _world;
    private readonly SharedRandom _random;
    private readonly List<HttpClient> _http = [];
    private readonly List<RetryingHandler> _handlers = [];
    private readonly AppFlowClient[] _clients;

    public Caller(AppFlowEmulator appflow, SoakBooks books, SoakOptions options, WorldClock? world)
    {
        (_books, _world) = (books, world);
        _time = new StormTime(options.Seed, world);
        _random = new SharedRandom(options.Seed);
        _clients =
        [
            .. Enumerable.Range(0, Clients).Select(i => new AppFlowClient(new AppFlowClientOptions
            {
                Endpoint = appflow.Endpoint,
                Credentials = appflow.Credentials,
                HttpClient = options.Storm == SoakStorm.RetryingHandler ? Retrying(options.Seed + i) : null,
                TimeProvider = new StormTime(options.Seed + i, world),
            })),
        ];
    }

    /// <summary>How many sends the handlers below the clients made by themselves.</summary>
    public int HiddenSends => _handlers.Sum(handler => handler.Hidden);

    public Task RegisterAsync(RequestedCall call, string lambdaArn)
    {
        var request = ConnectorRegistration.Register(call.ConnectorLabel).WithLambda(lambdaArn);
        return CarryOutAsync(call, async (token, client, cancellationToken) =>
            (await (token is null ? request : request.WithClientToken(token)).SendAsync(client, cancellationToken)).ClientToken);
    }

    public Task UpdateAsync(RequestedCall call, string description)
    {
        var request = ConnectorRegistration.Update(call.ConnectorLabel).WithDescription(description);
        return CarryOutAsync(call, async (token, client, cancellationToken) =>
            (await (token is null ? request : request.WithClientToken(token)).SendAsync(client, cancellationToken)).ClientToken);
    }

    public void Dispose()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        _http.ForEach(http => http.Dispose());
    }

    private async Task CarryOutAsync(RequestedCall call, Func<string?, AppFlowClient, CancellationToken, Task<string?>> send)
    {
        var begun = _time.GetUtcNow();
        for (; call.Continued < MaxFailures; call.Continued++)
        {
            var now = _world?.LookAhead() ?? _time.GetUtcNow();
            if (now - begun > OldestCarriedOn && !StartAgain(call))
            {
                return;
            }

            if (call.ClientToken is null)
            {
                begun = now;
            }

            var client = _clients[_random.Next(Clients)];
            using var impatience = new CancellationTokenSource();
            if (_random.NextDouble() < Cancelled)
            {
                _ = CancelAsync(impatience, _random.Next(MaxTurns));
            }

            try
            {
                call.ClientToken = await send(call.ClientToken, client, impatience.Token);
                call.Succeeded = true;
                return;
            }
            catch (OperationCanceledException e)
            {
                call.ClientToken ??= (string?)e.Data["ClientToken"];
                call.MayBeApplied = call.ClientToken is not null;
            }
            catch (AppFlowException e)
            {
                call.ClientToken = e.ClientToken;
                call.MayBeApplied |= e.MayHaveBeenApplied;
                if (!call.MayBeApplied)
                {
                    call.AppliedWhenRefused = _books.Applied;
                }

                if (!call.CanSucceed && !e.MayHaveBeenApplied && e is ConflictException or ResourceNotFoundException)
                {
                    return;
                }
            }
        }
    }

    /// <summary>
    /// What to do when the token is too old: a call that was not applied is made again as a new one; the outcome of one that may have been
    /// applied stays unknown.
    /// </summary>
    private bool StartAgain(RequestedCall call)
    {
        if (call.MayBeApplied)
        {
            call.IsLeftOpen = true;
            return false;
        }

        if (call.ClientToken is { } token)
        {
            call.Replaced.Add((token, _books.Applied));
        }

        (call.ClientToken, call.AppliedWhenRefused) = (null, null);
        return true;
    }

    private HttpClient Retrying(int seed)
    {
        var handler = new RetryingHandler(new SharedRandom(seed));
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _handlers.Add(handler);
        _http.Add(http);
        return http;
    }

    private static async Task CancelAsync(CancellationTokenSource impatience, int turns)
    {
        for (var i = 0; i <= turns; i++)
        {
            await Task.Yield();
        }

        try
        {
            await impatience.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The call completed first.
        }
    }
}
