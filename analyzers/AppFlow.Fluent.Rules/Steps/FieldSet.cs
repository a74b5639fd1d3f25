using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>The effect of a step on one field of a request.</summary>
/// <param name="field">The field.</param>
/// <param name="value">
/// The value; null if unknown. <see cref="Constant.Null"/> unsets the field: an omitted optional parameter, a token that is null.
/// </param>
internal sealed class FieldSet(Field field, Term? value)
{
    public Field Field { get; } = field;

    public Term? Value { get; } = value;

    /// <summary>Whether the field may not be set at all, because the method's body cannot be read.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>For a token or an operation id: its expression, where findings are reported.</summary>
    public object? Place { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Field} = {Value?.ToString() ?? "?"}";
}
