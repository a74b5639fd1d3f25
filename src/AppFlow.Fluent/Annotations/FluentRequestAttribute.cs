namespace AppFlow.Fluent.Annotations;

/// <summary>
/// Marks an immutable request class whose <c>With…</c> methods return a new value, so that the analyzer of this package reads
/// calls on it as it reads the library's own requests.
/// </summary>
/// <remarks>
/// The class declares what a complete request is with the attributes of <c>System.ComponentModel.DataAnnotations</c> on its
/// properties: <c>[Required]</c>, <c>[StringLength]</c>, <c>[RegularExpression]</c> and <c>[Range]</c>.
/// The attribute is kept in metadata, so a request in one project is recognised in every project that uses it.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FluentRequestAttribute : Attribute;
