namespace AppFlow.Fluent.Soak;

/// <summary>A call that was asked for, and what the client reported of it.</summary>
internal sealed class AskedCall
{
    public required string Operation { get; init; }

    public required string ConnectorLabel { get; init; }

    /// <summary>Whether the service can carry it out; otherwise it refuses it.</summary>
    public required bool CanSucceed { get; init; }

    /// <summary>The token that the client told, with its first failure or its success.</summary>
    public string? ClientToken { get; set; }

    public bool Succeeded { get; set; }

    /// <summary>Whether a failure has left open what became of the call.</summary>
    public bool MayBeApplied { get; set; }

    /// <summary>
    /// Whether the caller gave it up while it was open, because its token was too old to carry it on: it was applied or not, but not twice.
    /// </summary>
    public bool IsLeftOpen { get; set; }

    /// <summary>How many failures were carried on with the token.</summary>
    public int CarriedOn { get; set; }

    /// <summary>
    /// How many changes the service had applied when the client last said that this one was not among them; null where it never said so.
    /// </summary>
    public long? AppliedWhenRefused { get; set; }

    /// <summary>The tokens before this one, whose calls the client said were not applied, and so many changes the service had applied then.</summary>
    public List<(string Token, long Applied)> Replaced { get; } = [];
}
