using AppFlow.Fluent.Rules.Catalog.Messages;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>A value that the code at hand gives to a field of a request, or to a part of one.</summary>
/// <param name="field">The name of the property that gets the value.</param>
/// <param name="expression">The value as it is written.</param>
/// <param name="constraints">What the property says of its values.</param>
/// <param name="isRequired">Whether a request, or a part of one, is incomplete without it.</param>
/// <param name="origin">Whose request it is.</param>
/// <param name="method">The method that gets the value; null for a constructor and for a property that is set.</param>
internal readonly struct GivenValue(string field, IOperation expression, ValueConstraints constraints, bool isRequired, RequestOrigin origin, string? method)
{
    public string Field { get; } = field;

    public IOperation Expression { get; } = expression;

    public ValueConstraints Constraints { get; } = constraints;

    public RequestOrigin Origin { get; } = origin;

    public string? Method { get; } = method;

    /// <summary>How a value that is nothing is nothing: null, empty or blank. Null for one that says something, or that need not.</summary>
    public string? Blankness(object? value) => isRequired ? Constraints.Blankness(value) : null;
}
