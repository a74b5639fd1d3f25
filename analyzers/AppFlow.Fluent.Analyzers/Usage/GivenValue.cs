using AppFlow.Fluent.Rules.Catalog.Messages;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>A value that the analysed code gives to a field of a request, or to a part of one.</summary>
/// <param name="field">The name of the property that gets the value.</param>
/// <param name="expression">The expression of the value.</param>
/// <param name="constraints">The constraints of the property.</param>
/// <param name="isRequired">Whether a request, or a part of one, requires it.</param>
/// <param name="origin">The kind of request.</param>
/// <param name="method">The method that gets the value; null for a constructor and for a property assignment.</param>
internal readonly struct GivenValue(string field, IOperation expression, ValueConstraints constraints, bool isRequired, RequestOrigin origin, string? method)
{
    public string Field { get; } = field;

    public IOperation Expression { get; } = expression;

    public ValueConstraints Constraints { get; } = constraints;

    public RequestOrigin Origin { get; } = origin;

    public string? Method { get; } = method;

    /// <summary>How a required value is missing: null, empty or blank. Null for a usable or optional value.</summary>
    public string? Blankness(object? value) => isRequired ? Constraints.Blankness(value) : null;
}
