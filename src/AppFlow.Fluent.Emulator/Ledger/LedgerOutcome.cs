namespace AppFlow.Fluent.Emulator;

/// <summary>What became of a request that the emulator received.</summary>
public enum LedgerOutcome
{
    /// <summary>
    /// It was carried out. For Describe and List that means that they were answered; only a request that changed something is also
    /// in <c>AppFlowEmulator.Applied</c>.
    /// </summary>
    Applied,

    /// <summary>Its client token was known: it got the first answer again and changed nothing.</summary>
    Replayed,

    /// <summary>It was answered with the error that <see cref="LedgerEntry.Error"/> names, and changed nothing.</summary>
    Refused,

    /// <summary>
    /// A planned fault, which <see cref="LedgerEntry.Fault"/> names, spoiled it. Where it was applied all the same,
    /// <c>AppFlowEmulator.Applied</c> has an equal entry. A request whose client went while it was delayed is one too, and was not
    /// applied.
    /// </summary>
    Faulted,
}
