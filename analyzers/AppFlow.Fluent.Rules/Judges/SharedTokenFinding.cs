using AppFlow.Fluent.Rules.Shapes;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>AFF1002: a token value that is sent with different requests.</summary>
/// <param name="Place">The expression that gives the later request its token.</param>
/// <param name="Other">The expression that gives the earlier one its token, or its send where both get it from one expression; null for one in a loop.</param>
/// <param name="Loop">The loop in between, as the front end knows it; null if the two requests follow each other.</param>
/// <param name="LoopName">Its display name.</param>
/// <param name="Shape">What kind of request is sent.</param>
internal sealed record SharedTokenFinding(object Place, object? Other, object? Loop, string? LoopName, RequestShape Shape);
