using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A value is used in a way that has no other step: printed, logged, stored, returned. This changes nothing, and marks the value as kept.
/// </summary>
/// <param name="value">The value.</param>
internal sealed class UseStep(Term value) : Step
{
    public Term Value { get; } = value;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [Value];

    /// <inheritdoc/>
    public override string ToString() => $"use {Value}";
}
