namespace AppFlow.Fluent.Client;

/// <summary>
/// How long the service remembers a client token. It would treat a later request with the token as new and apply it again, so no attempt
/// may be signed near the end of that time.
/// </summary>
internal static class TokenLife
{
    /// <summary>
    /// How old a call's first attempt may be when another one is signed: 8 hours, less a margin for the transport and for differences
    /// between clocks.
    /// </summary>
    public static readonly TimeSpan OldestCall = TimeSpan.FromHours(8) - TimeSpan.FromMinutes(5);
}
