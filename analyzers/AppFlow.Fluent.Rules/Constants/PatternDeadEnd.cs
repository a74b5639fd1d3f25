namespace AppFlow.Fluent.Rules.Constants;

/// <summary>Where a text can no longer become one that a pattern accepts, whatever its holes are filled with.</summary>
/// <param name="piece">The piece of the text; one past the last where only the end is wrong.</param>
/// <param name="index">The character in the piece.</param>
internal readonly struct PatternDeadEnd(int piece, int index)
{
    public int Piece { get; } = piece;

    public int Index { get; } = index;
}
