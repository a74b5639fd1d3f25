namespace AppFlow.Fluent.Emulator;

/// <summary>The outcome of a request that the emulator received.</summary>
public enum LedgerOutcome
{
    /// <summary>
    /// It was applied. Describe and List count as applied when they were answered; only a request that changed something is also in
    /// <c>AppFlowEmulator.Applied</c>.
    /// </summary>
    Applied,

    /// <summary>Its client token was known: the first answer was returned again and nothing changed.</summary>
    Replayed,

    /// <summary>It was answered with the error that <see cref="LedgerEntry.Error"/> names, and changed nothing.</summary>
    Refused,

    /// <summary>
    /// A planned fault, which <see cref="LedgerEntry.Fault"/> names, replaced its answer. If the request was applied nevertheless,
    /// <c>AppFlowEmulator.Applied</c> has an equal entry. A request whose client disconnected during a planned delay has this outcome too,
    /// and was not applied.
    /// </summary>
    Faulted,
}
