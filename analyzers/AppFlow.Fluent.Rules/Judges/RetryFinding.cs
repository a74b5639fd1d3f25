using AppFlow.Fluent.Rules.Shapes;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>AFF1004: a send that a retry repeats with a new token at each attempt.</summary>
/// <param name="Place">The send.</param>
/// <param name="Shape">What kind of request is sent.</param>
/// <param name="TokenPlace">The expression that creates the token; null if none is set.</param>
/// <param name="Loop">The loop, as the front end knows it.</param>
/// <param name="LoopName">Its display name.</param>
internal sealed record RetryFinding(object Place, RequestShape Shape, object? TokenPlace, object? Loop, string LoopName);
