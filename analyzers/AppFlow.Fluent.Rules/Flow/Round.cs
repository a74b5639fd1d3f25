using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>A repeated send: the outcome of the previous time, and the differences.</summary>
/// <param name="Loop">The loop that repeated in between; null if none did.</param>
/// <param name="Outcome">The outcome of the previous send.</param>
/// <param name="MayBeLost">For a failure: whether the answer may have been lost, rather than only a refusal.</param>
/// <param name="Handling">For a failure: what its handler did about it.</param>
/// <param name="Request">The comparison of the two requests.</param>
/// <param name="Client">The comparison of the two clients.</param>
/// <param name="Token">The comparison of the sources of the two tokens: also different if a new token is created each time.</param>
internal sealed record Round(Loop? Loop, Outcome Outcome, bool MayBeLost, Handling Handling, Likeness Request, Likeness Client, Likeness Token);
