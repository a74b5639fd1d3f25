using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>A stored task is awaited: if it is the task of a send, its failure is thrown here.</summary>
/// <param name="task">The task.</param>
internal sealed class AwaitStep(Term task) : Step
{
    public Term Task { get; } = task;

    /// <inheritdoc/>
    public override bool MayThrow => true;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [Task];

    /// <inheritdoc/>
    public override string ToString() => $"await {Task}";
}
