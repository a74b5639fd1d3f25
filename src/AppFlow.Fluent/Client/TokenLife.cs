namespace AppFlow.Fluent.Client;

/// <summary>
/// How long the service knows a client token. A request that is sent with it later is a new one to the service, and would be applied
/// again, so that no attempt may be signed near the end of that time.
/// </summary>
internal static class TokenLife
{
    /// <summary>How old a call's first attempt may be when another is signed: 8 hours less what is on the way and what clocks differ by.</summary>
    public static readonly TimeSpan OldestCall = TimeSpan.FromHours(8) - TimeSpan.FromMinutes(5);
}
