using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>A value is read for something that no other step says: printed, logged, stored, returned. It changes nothing, and is known to be kept.</summary>
/// <param name="value">The value.</param>
internal sealed class UseStep(Term value) : Step
{
    public Term Value { get; } = value;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [Value];

    /// <inheritdoc/>
    public override string ToString() => $"use {Value}";
}
