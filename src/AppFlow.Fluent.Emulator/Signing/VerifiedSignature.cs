namespace AppFlow.Fluent.Emulator.Signing;

/// <summary>A verified signature.</summary>
/// <param name="Region">The region that the request was signed for.</param>
/// <param name="ExpiresAt">When it expires, by the clock that is used for signatures.</param>
internal readonly record struct VerifiedSignature(string Region, DateTimeOffset ExpiresAt);
