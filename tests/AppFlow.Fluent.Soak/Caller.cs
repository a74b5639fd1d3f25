using AppFlow.Fluent.Emulator;

namespace AppFlow.Fluent.Soak;

/// <summary>
/// Does with each call what the README tells: when it fails, carry on with the token of the failure, until it succeeds or is known to be refused.
/// </summary>
internal sealed class Caller(AppFlowEmulator appflow, int seed) : IDisposable
{
    private const int Clients = 8;
    private const double Cancelled = 0.02;
    private const int MostTurns = 400;

    // Each failure is one of chance; so many in a row are none.
    private const int MostFailures = 200;

    private readonly SharedRandom _random = new(seed);
    private readonly AppFlowClient[] _clients =
    [
        .. Enumerable.Range(0, Clients).Select(i => new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = appflow.Endpoint,
            Credentials = appflow.Credentials,
            TimeProvider = new StormTime(seed + i),
        })),
    ];

    public Task RegisterAsync(AskedCall call, string lambdaArn)
    {
        var request = ConnectorRegistration.Register(call.ConnectorLabel).WithLambda(lambdaArn);
        return CarryOutAsync(call, async (token, client, cancellationToken) =>
            (await (token is null ? request : request.WithClientToken(token)).SendAsync(client, cancellationToken)).ClientToken);
    }

    public Task UpdateAsync(AskedCall call, string description)
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
    }

    private async Task CarryOutAsync(AskedCall call, Func<string?, AppFlowClient, CancellationToken, Task<string>> send)
    {
        for (; call.CarriedOn < MostFailures; call.CarriedOn++)
        {
            var client = _clients[_random.Next(Clients)];
            using var impatience = new CancellationTokenSource();
            if (_random.NextDouble() < Cancelled)
            {
                _ = CancelAsync(impatience, _random.Next(MostTurns));
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
                    call.AppliedWhenRefused = appflow.Applied.Count;
                }

                if (!call.CanSucceed && !e.MayHaveBeenApplied && e is ConflictException or ResourceNotFoundException)
                {
                    return;
                }
            }
        }
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
            // The call was quicker.
        }
    }
}
