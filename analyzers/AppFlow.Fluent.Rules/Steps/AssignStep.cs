using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>A variable gets a value: an assignment, a declaration, a pattern with a name.</summary>
/// <param name="target">The variable.</param>
/// <param name="value">The value.</param>
internal sealed class AssignStep(Variable target, Term value) : Step
{
    public Variable Target { get; } = target;

    public Term Value { get; } = value;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [Value];

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = {Value}";
}
