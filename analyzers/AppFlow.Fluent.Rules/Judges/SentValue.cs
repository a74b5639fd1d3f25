using AppFlow.Fluent.Rules.Shapes;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>A value of a required field that a request is sent with.</summary>
/// <param name="Place">The expression that gives it.</param>
/// <param name="Shape">What kind of request is sent.</param>
/// <param name="Field">The field.</param>
internal sealed record SentValue(object Place, RequestShape Shape, Field Field);
