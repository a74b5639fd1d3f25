using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Ledger;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>
/// The service without its wire: takes valid inputs, gives answer bodies. It stands for one account in one region, so that idempotency keys
/// need neither.
/// </summary>
/// <param name="registry">The connectors.</param>
/// <param name="idempotency">The client tokens.</param>
/// <param name="ledger">Where changes are recorded.</param>
/// <param name="timeProvider">The clock on which planned delays wait, and by which signatures are good.</param>
internal sealed class ConnectorService(ConnectorRegistry registry, IdempotencyStore idempotency, RequestLedger ledger, TimeProvider timeProvider)
{
    private readonly Lock _changes = new();

    /// <summary>The connectors, for whoever looks on.</summary>
    public ConnectorRegistry Connectors => registry;

    /// <summary>The client tokens, for whoever looks on.</summary>
    public IdempotencyStore Tokens => idempotency;

    /// <summary>Carries one call out.</summary>
    /// <param name="input">A valid input.</param>
    /// <param name="entry">The call as the ledger is to know it, should it change something.</param>
    /// <param name="goodUntil">
    /// When its signature is no longer good. The clock may have jumped since that was found right: what was in time then may come when its
    /// token is forgotten, and must not be taken for a new call.
    /// </param>
    /// <param name="faults">
    /// What is planned for it. A call that is delayed is in flight: another with its token waits too, until nothing holds the first.
    /// </param>
    /// <param name="gone">Ends the wait for a delay or for another call with the same token; nothing is done then.</param>
    /// <exception cref="ServiceException">The call is refused, and nothing was changed.</exception>
    /// <exception cref="PreventedException">It would have been carried out or replayed, and was prevented: nothing was changed.</exception>
    public async ValueTask<OperationResult> ExecuteAsync(
        OperationInput input, LedgerEntry entry, DateTimeOffset goodUntil, PlannedFaults faults, CancellationToken gone)
    {
        if (input.ClientToken is not { } clientToken)
        {
            await DelayAsync(faults, gone).ConfigureAwait(false);
            return new OperationResult(CarryOut(input, entry, faults), IsReplay: false);
        }

        using var claim = await ClaimAsync(entry.Operation, clientToken, input, faults, gone).ConfigureAwait(false);

        // Asked after the claim, so that the clock has not jumped before that either.
        if (claim.IsFirst && timeProvider.GetUtcNow() >= goodUntil)
        {
            throw ServiceException.InvalidSignature("Signature expired: the request was held up until its signature was no longer good.");
        }

        await DelayAsync(faults, gone).ConfigureAwait(false);
        if (claim.Remembered is { } remembered)
        {
            return faults.PreventApplying ? throw new PreventedException() : new OperationResult(remembered, IsReplay: true);
        }

        var body = CarryOut(input, entry, faults);
        claim.Complete(body);
        return new OperationResult(body, IsReplay: false);
    }

    private async ValueTask<TokenClaim> ClaimAsync(
        string operation, string clientToken, OperationInput input, PlannedFaults faults, CancellationToken gone)
    {
        try
        {
            return await idempotency.ClaimAsync(operation, clientToken, input.Fingerprint(), gone).ConfigureAwait(false);
        }
        catch (ServiceException)
        {
            // A refusal is delayed like any other answer.
            await DelayAsync(faults, gone).ConfigureAwait(false);
            throw;
        }
    }

    private ValueTask DelayAsync(PlannedFaults faults, CancellationToken gone) =>
        faults.Delay is { } delay ? new ValueTask(Task.Delay(delay, timeProvider, gone)) : ValueTask.CompletedTask;

    private byte[] CarryOut(OperationInput input, LedgerEntry entry, PlannedFaults faults)
    {
        if (faults.PreventApplying)
        {
            // What the service would refuse stays refused.
            input.Check(registry);
            throw new PreventedException();
        }

        if (!input.IsChange)
        {
            return input.Apply(registry);
        }

        // One lock for the change and its record: the ledger's order is the order of the changes.
        lock (_changes)
        {
            var body = input.Apply(registry);
            ledger.AddApplied(entry);
            return body;
        }
    }
}
