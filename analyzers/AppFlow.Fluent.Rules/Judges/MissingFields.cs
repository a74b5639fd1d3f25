using AppFlow.Fluent.Rules.Shapes;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>AFF2001 or AFF2002: required fields that a send lacks.</summary>
/// <param name="Place">The send.</param>
/// <param name="Shape">What kind of request is sent.</param>
/// <param name="Fields">The fields, in the order of the shape.</param>
/// <param name="IsNever">
/// Whether one of them is set on no path that reaches the send (AFF2001), or each of them on some path (AFF2002).
/// </param>
/// <param name="IsSetOnSomePath">Whether one of them is set on some path.</param>
internal sealed record MissingFields(object Place, RequestShape Shape, IReadOnlyList<Field> Fields, bool IsNever, bool IsSetOnSomePath);
