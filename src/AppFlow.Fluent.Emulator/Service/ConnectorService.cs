using AppFlow.Fluent.Emulator.Connectors;
using AppFlow.Fluent.Emulator.Faults;
using AppFlow.Fluent.Emulator.Idempotency;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Service;

/// <summary>
/// The service without HTTP: takes valid inputs and returns answer bodies. It serves one account in one region, so idempotency keys need
/// neither.
/// </summary>
/// <param name="registry">The connectors.</param>
/// <param name="idempotency">The client tokens.</param>
/// <param name="changes">How changes are carried out.</param>
/// <param name="timeProvider">The clock on which planned delays wait, and by which signatures are good.</param>
internal sealed class ConnectorService(ConnectorRegistry registry, IdempotencyStore idempotency, IChanges changes, TimeProvider timeProvider)
{
    /// <summary>The connectors, for the inspector.</summary>
    public ConnectorRegistry Connectors => registry;

    /// <summary>The client tokens, for the inspector.</summary>
    public IdempotencyStore Tokens => idempotency;

    /// <summary>Carries one call out.</summary>
    /// <param name="input">A valid input.</param>
    /// <param name="entry">The ledger's entry for the call, in case it changes something.</param>
    /// <param name="expiresAt">
    /// When its signature expires. The clock may have jumped since the signature was verified: by now the token may be forgotten, and the
    /// request must not be treated as a new call.
    /// </param>
    /// <param name="faults">
    /// Its planned faults. A delayed call is in flight: another call with its token waits until the first one completes.
    /// </param>
    /// <param name="gone">Ends the wait for a delay or for another call with the same token; the call is then not applied.</param>
    /// <exception cref="ServiceException">The call is refused, and nothing was changed.</exception>
    /// <exception cref="PreventedException">
    /// A fault prevented a call that would have been applied or replayed: nothing was changed.
    /// </exception>
    public async ValueTask<OperationResult> ExecuteAsync(
        OperationInput input, LedgerEntry entry, DateTimeOffset expiresAt, PlannedFaults faults, CancellationToken gone)
    {
        if (input.ClientToken is not { } clientToken)
        {
            await DelayAsync(faults, gone).ConfigureAwait(false);
            return new OperationResult(await CarryOutAsync(input, entry, faults, claim: null).ConfigureAwait(false), IsReplay: false);
        }

        using var claim = await ClaimAsync(entry.Operation, clientToken, input, faults, gone).ConfigureAwait(false);

        // Checked after the claim, so that a clock jump before the claim is noticed too.
        if (claim.IsFirst && timeProvider.GetUtcNow() >= expiresAt)
        {
            throw ServiceException.InvalidSignature("Signature expired: the signature of the request expired while the request waited.");
        }

        await DelayAsync(faults, gone).ConfigureAwait(false);
        if (claim.Remembered is { } remembered)
        {
            return faults.PreventApplying ? throw new PreventedException() : new OperationResult(remembered, IsReplay: true);
        }

        return new OperationResult(await CarryOutAsync(input, entry, faults, claim).ConfigureAwait(false), IsReplay: false);
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

    private ValueTask<byte[]> CarryOutAsync(OperationInput input, LedgerEntry entry, PlannedFaults faults, TokenClaim? claim)
    {
        if (faults.PreventApplying)
        {
            // The service's own refusals take precedence over a fault.
            input.Check(registry);
            throw new PreventedException();
        }

        return input.IsChange
            ? changes.CarryOutAsync(registry, input, entry, claim)
            : ValueTask.FromResult(input.Apply(registry));
    }
}
