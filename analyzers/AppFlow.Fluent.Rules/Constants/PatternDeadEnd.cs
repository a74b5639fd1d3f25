namespace AppFlow.Fluent.Rules.Constants;

/// <summary>The position from which a text can no longer match a pattern, whatever its holes contain.</summary>
/// <param name="piece">The piece of the text; one past the last if only the end is wrong.</param>
/// <param name="index">The character in the piece.</param>
internal readonly struct PatternDeadEnd(int piece, int index)
{
    public int Piece { get; } = piece;

    public int Index { get; } = index;
}
