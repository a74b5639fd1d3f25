namespace AppFlow.Fluent.Emulator.Signing;

/// <summary>A signature that was found right.</summary>
/// <param name="Region">The region that the request was signed for.</param>
/// <param name="GoodUntil">When it is no longer good, by the clock that signatures are dated by.</param>
internal readonly record struct VerifiedSignature(string Region, DateTimeOffset GoodUntil);
