using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Service;
using AppFlow.Fluent.Emulator.Storage;

namespace AppFlow.Fluent.Emulator.State;

/// <summary>Everything that belongs to one region: connectors, page tokens, client tokens.</summary>
internal sealed class RegionState
{
    private readonly IdempotencyStore _tokens;

    /// <param name="account">The account and the region.</param>
    /// <param name="clock">The clock for connectors' dates and client tokens' expiry.</param>
    /// <param name="timeProvider">The clock for planned delays and for the validity of signatures.</param>
    /// <param name="changes">How changes are carried out.</param>
    public RegionState(ConnectorAccount account, TimeProvider clock, TimeProvider timeProvider, IChanges changes)
    {
        Registry = new ConnectorRegistry(account, clock);
        _tokens = new IdempotencyStore(clock);
        Service = new ConnectorService(Registry, _tokens, changes, timeProvider);
    }

    public ConnectorRegistry Registry { get; }

    public ConnectorService Service { get; }

    /// <summary>How many current requests use it.</summary>
    public int Visitors { get; set; }

    /// <summary>Whether it is empty, so that nobody could find anything in it later.</summary>
    public bool IsEmpty => Registry.IsEmpty && _tokens.Count == 0;

    public void Restore(StoredConnector connector) => Registry.Set(connector.Label, Connector.Of(connector, Registry.Account));

    /// <summary>Restores a client token; tokens come in the order in which they expire.</summary>
    public void Restore(StoredToken token, byte[] body) =>
        _tokens.Restore(token.Operation, token.ClientToken, token.Input, body, token.ExpiresAt);
}
