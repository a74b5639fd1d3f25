using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>The loop repeats: the step is on each edge back to its head, and on no edge that enters it.</summary>
/// <param name="loop">The loop.</param>
internal sealed class AgainStep(Loop loop) : Step
{
    public Loop Loop { get; } = loop;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [];

    /// <inheritdoc/>
    public override string ToString() => $"again {Loop.Name}";
}
