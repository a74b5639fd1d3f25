using System.Text.Json;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent;

/// <summary>
/// A request that an <see cref="IAppFlowClient"/> sends. Requests are immutable and equal by value, and begin at
/// <c>ConnectorRegistration</c>; only this library derives from it.
/// </summary>
/// <typeparam name="TResponse">The type of the answer.</typeparam>
public abstract record AppFlowRequest<TResponse>
{
    private protected AppFlowRequest()
    {
    }

    internal abstract ServiceOperation Operation { get; }

    /// <summary>The idempotency token, once the request is ready; empty where the operation takes none.</summary>
    internal virtual string TokenToSend => "";

    /// <summary>Tells what the request lacks, whichever client is to send it.</summary>
    /// <exception cref="InvalidOperationException">A required field was never set.</exception>
    internal virtual void CheckComplete()
    {
    }

    /// <summary>The same request with all that a call carries.</summary>
    internal virtual AppFlowRequest<TResponse> ReadyToSend() => this;

    /// <summary>Writes the fields that are set, as members of the object that the caller has begun.</summary>
    internal abstract void WriteFields(Utf8JsonWriter json);

    /// <summary>Reads the answer to a call that succeeded.</summary>
    /// <exception cref="AppFlowException">The answer is not what the operation answers; the exception hands the token back.</exception>
    internal abstract TResponse Respond(in CompletedCall call);

    /// <summary>Sends this request with a client; what is wrong with the request is told where the answer is awaited.</summary>
    private protected Task<TResponse> SendWithAsync(IAppFlowClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        try
        {
            CheckComplete();
        }
        catch (InvalidOperationException e)
        {
            return Task.FromException<TResponse>(e);
        }

        return client.SendAsync(this, cancellationToken);
    }

    /// <summary>Sends this request with the default client, which may have to be made first.</summary>
    private protected Task<TResponse> SendWithDefaultAsync(CancellationToken cancellationToken) =>
        DefaultClient.OfProcess.IfMade is { } client ? SendWithAsync(client, cancellationToken) : SendWhenMadeAsync(cancellationToken);

    private async Task<TResponse> SendWhenMadeAsync(CancellationToken cancellationToken)
    {
        CheckComplete();
        var client = await DefaultClient.OfProcess.GetAsync(cancellationToken).ConfigureAwait(false);
        return await client.SendAsync(this, cancellationToken).ConfigureAwait(false);
    }
}
