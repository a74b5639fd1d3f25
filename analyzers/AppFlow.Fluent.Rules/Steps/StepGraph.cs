namespace AppFlow.Fluent.Rules.Steps;

/// <summary>The steps of one body, including the lambdas and local functions that run in it.</summary>
/// <param name="blocks">Its blocks; the first is the entry.</param>
internal sealed class StepGraph(IReadOnlyList<Block> blocks)
{
    public IReadOnlyList<Block> Blocks { get; } = blocks;

    public Block Entry => Blocks[0];

    /// <summary>All steps, block by block.</summary>
    public IEnumerable<Step> Steps => Blocks.SelectMany(block => block.Steps);

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        Environment.NewLine,
        Blocks.SelectMany(block => new[] { $"B{block.Index}{(block.Handler is { } handler ? $" (handler B{handler.First.Index})" : "")}:" }
            .Concat(block.Steps.Select(step => "  " + step))
            .Concat([$"  -> {(block.Condition is { } condition ? condition + " ? " : "")}{string.Join(" : ", block.Next.Select(next => "B" + next.Index))}{(block.Throws ? "throw" : "")}"])));
}
