using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>The first step of a loop's head: the start of an iteration, the first or a later one.</summary>
/// <param name="loop">The loop.</param>
internal sealed class RoundStep(Loop loop) : Step
{
    public Loop Loop { get; } = loop;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [];

    /// <inheritdoc/>
    public override string ToString() => $"round of {Loop.Name}";
}
