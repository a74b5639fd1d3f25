using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>A block that is jumped to, and what is left on the way: how many <c>finally</c> blocks and handlers are around it.</summary>
/// <param name="block">The block.</param>
/// <param name="finallys">How many <c>finally</c> blocks are around it.</param>
/// <param name="handlers">How many handlers are around it.</param>
internal sealed class JumpTarget(Block block, int finallys, int handlers)
{
    public Block Block { get; } = block;

    public int Finallys { get; } = finallys;

    public int Handlers { get; } = handlers;

    /// <summary>For a label that is jumped back to: the loop that it makes.</summary>
    public Loop? Loop { get; init; }

    /// <summary>For a label: where it stands. A jump from further down goes back.</summary>
    public int Position { get; init; }
}
