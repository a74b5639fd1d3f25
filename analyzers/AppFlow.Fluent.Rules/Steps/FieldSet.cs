using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>What a step does to one field of a request.</summary>
/// <param name="field">The field.</param>
/// <param name="value">
/// What it gets; null where that is not known. <see cref="Constant.Null"/> unsets it: an optional parameter that is left out, a token that is null.
/// </param>
internal sealed class FieldSet(Field field, Term? value)
{
    public Field Field { get; } = field;

    public Term? Value { get; } = value;

    /// <summary>Whether it is not known that the field is set at all: what a method whose body cannot be read may have done.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>For a token or an operation id: the expression that gives it, on which findings are put.</summary>
    public object? Place { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Field} = {Value?.ToString() ?? "?"}";
}
