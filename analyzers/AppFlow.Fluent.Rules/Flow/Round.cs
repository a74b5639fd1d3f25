using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>A send that was reached again: how the time before had ended, and what differs.</summary>
/// <param name="Loop">The loop that went round in between; null where none did.</param>
/// <param name="Outcome">How the send before had ended.</param>
/// <param name="MayBeLost">For one that failed: whether its answer may have been lost, and not only been a refusal.</param>
/// <param name="IsContinued">Whether a handler read the token that the failure hands back.</param>
/// <param name="Request">How the two requests compare.</param>
/// <param name="Client">How the two clients compare.</param>
/// <param name="Token">How what gives the two requests their tokens compares: different as well where a new one is made each time.</param>
internal sealed record Round(Loop? Loop, Outcome Outcome, bool MayBeLost, bool IsContinued, Likeness Request, Likeness Client, Likeness Token);
