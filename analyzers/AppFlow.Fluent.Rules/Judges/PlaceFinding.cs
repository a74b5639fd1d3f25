using AppFlow.Fluent.Rules.Shapes;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>A finding about the expression that gives a token or an operation id.</summary>
/// <param name="Place">The expression.</param>
/// <param name="Shape">What kind of request gets it.</param>
internal sealed record PlaceFinding(object Place, RequestShape Shape);
