using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>The target of a jump, with the number of <c>finally</c> blocks and handlers around it.</summary>
/// <param name="block">The block.</param>
/// <param name="finallys">How many <c>finally</c> blocks are around it.</param>
/// <param name="handlers">How many handlers are around it.</param>
internal sealed class JumpTarget(Block block, int finallys, int handlers)
{
    public Block Block { get; } = block;

    public int Finallys { get; } = finallys;

    public int Handlers { get; } = handlers;

    /// <summary>For a label with backward jumps: its loop.</summary>
    public Loop? Loop { get; init; }

    /// <summary>For a label: its position. A jump from a later position is a backward jump.</summary>
    public int Position { get; init; }
}
