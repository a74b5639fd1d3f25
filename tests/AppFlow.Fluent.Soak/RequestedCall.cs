namespace AppFlow.Fluent.Soak;

/// <summary>A requested call, and what the client reported about it.</summary>
internal sealed class RequestedCall
{
    public required string Operation { get; init; }

    public required string ConnectorLabel { get; init; }

    /// <summary>Whether the service can apply it; otherwise it must refuse it.</summary>
    public required bool CanSucceed { get; init; }

    /// <summary>The token that the client reported, with its first failure or its success.</summary>
    public string? ClientToken { get; set; }

    public bool Succeeded { get; set; }

    /// <summary>Whether the outcome of the call is unknown after a failure.</summary>
    public bool MayBeApplied { get; set; }

    /// <summary>
    /// Whether the caller abandoned it with an unknown outcome, because its token was too old to continue: it was applied once or not at
    /// all.
    /// </summary>
    public bool IsLeftOpen { get; set; }

    /// <summary>How many failures were continued with the token.</summary>
    public int Continued { get; set; }

    /// <summary>
    /// How many changes the service had applied when the client last reported that this one was not applied; null if it never did.
    /// </summary>
    public long? AppliedWhenRefused { get; set; }

    /// <summary>
    /// The earlier tokens, whose calls the client reported as not applied, each with the number of changes that the service had applied
    /// then.
    /// </summary>
    public List<(string Token, long Applied)> Replaced { get; } = [];
}
