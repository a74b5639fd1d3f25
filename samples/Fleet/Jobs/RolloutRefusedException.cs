namespace Fleet.Jobs;

/// <summary>A target that a job itself refuses. Running it again would not help.</summary>
internal sealed class RolloutRefusedException(string message) : Exception(message)
{
    /// <summary>The token of the call that was sent, or null.</summary>
    public string? ClientToken { get; init; }
}
