using System.Text.Json;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent;

/// <summary>
/// A request that an <see cref="IAppFlowClient"/> sends. Requests are immutable, have value equality and are created by
/// <c>ConnectorRegistration</c>; only this library derives from this class.
/// </summary>
/// <typeparam name="TResponse">The type of the answer.</typeparam>
public abstract record AppFlowRequest<TResponse>
{
    private protected AppFlowRequest()
    {
    }

    internal abstract ServiceOperation Operation { get; }

    /// <summary>The idempotency token of one call: the one that is set, or another for each call; empty if the operation takes none.</summary>
    internal virtual string TokenToSend() => "";

    /// <summary>Throws if a required field is missing, whichever client sends the request.</summary>
    /// <exception cref="InvalidOperationException">A required field was never set.</exception>
    internal virtual void CheckComplete()
    {
    }

    /// <summary>Writes the fields that are set, as members of the JSON object that the caller has started.</summary>
    /// <param name="json">Where to write them.</param>
    /// <param name="clientToken">The token of the call; null leaves it out. Operations without a token ignore it.</param>
    internal abstract void WriteFields(Utf8JsonWriter json, string? clientToken);

    /// <summary>Reads the answer of a successful call.</summary>
    /// <exception cref="AppFlowException">The answer does not fit the operation; the exception carries the token.</exception>
    internal abstract TResponse Respond(in CompletedCall call);

    /// <summary>Sends this request with a client; errors of the request are thrown when the task is awaited.</summary>
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

    /// <summary>Sends this request with the default client, creating it first if necessary.</summary>
    private protected Task<TResponse> SendWithDefaultAsync(CancellationToken cancellationToken) =>
        DefaultClient.OfProcess.IfCreated is { } client ? SendWithAsync(client, cancellationToken) : SendWhenCreatedAsync(cancellationToken);

    private async Task<TResponse> SendWhenCreatedAsync(CancellationToken cancellationToken)
    {
        CheckComplete();
        var client = await DefaultClient.OfProcess.GetAsync(cancellationToken).ConfigureAwait(false);
        return await client.SendAsync(this, cancellationToken).ConfigureAwait(false);
    }
}
