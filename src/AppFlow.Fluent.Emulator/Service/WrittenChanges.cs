using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>Changes that are written before they take effect.</summary>
internal sealed class WrittenChanges(ChangeWriter writer, RequestLedger ledger) : IChanges
{
    private volatile bool _isDetached;

    /// <summary>
    /// Keeps any later changes in memory only: a reset has replaced this state with another one, where they must leave no trace.
    /// </summary>
    public void Detach() => _isDetached = true;

    public async ValueTask<byte[]> CarryOutAsync(ConnectorRegistry registry, OperationInput input, LedgerEntry entry, TokenClaim? claim)
    {
        var call = new Call(this, registry, input, entry, claim);
        await writer.WriteAsync(call).ConfigureAwait(false);
        return call.Body;
    }

    private sealed class Call(WrittenChanges owner, ConnectorRegistry registry, OperationInput input, LedgerEntry entry, TokenClaim? claim)
        : QueuedChange
    {
        private DateTimeOffset _expiresAt;
        private ServiceException? _refusal;

        public byte[] Body { get; private set; } = [];

        public override void Stage(StagedChanges staged)
        {
            _expiresAt = claim?.ExpiryFromNow() ?? default;
            try
            {
                Body = input.Apply(owner._isDetached ? registry : staged.Of(registry));
            }
            catch (ServiceException refusal)
            {
                // Thrown only once it is known that the state which caused the refusal is in effect.
                _refusal = refusal;
                return;
            }

            if (claim is { } token && !owner._isDetached)
            {
                staged.Stored.Add(new(registry.Account.Region, token.Operation, token.ClientToken, token.Input, Body, _expiresAt));
            }
        }

        public override void Apply()
        {
            if (_refusal is not null)
            {
                throw _refusal;
            }

            owner.Record(entry);
            claim?.Complete(Body, _expiresAt);
        }

        /// <summary>A change that would have been refused anyway is refused for the same reason as always.</summary>
        public override Exception WhyNot(ServiceException unwritten)
        {
            try
            {
                input.Check(registry);
                return unwritten;
            }
            catch (ServiceException refusal)
            {
                return refusal;
            }
        }
    }

    private void Record(LedgerEntry entry) => ledger.AddApplied(entry);
}
