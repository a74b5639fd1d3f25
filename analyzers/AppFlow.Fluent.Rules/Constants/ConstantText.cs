namespace AppFlow.Fluent.Rules.Constants;

/// <summary>
/// A text with constant parts: the texts of an interpolation or a concatenation, with holes for the parts that are known only at run time.
/// </summary>
internal sealed class ConstantText
{
    /// <param name="pieces">The parts in order; null is a hole, which may be any text, including an empty one.</param>
    public ConstantText(IEnumerable<string?> pieces)
    {
        var merged = new List<string?>();
        foreach (var piece in pieces)
        {
            var last = merged.Count - 1;
            if (last >= 0 && (merged[last] is null) == (piece is null))
            {
                merged[last] = piece is null ? null : merged[last] + piece;
            }
            else if (piece is not "")
            {
                merged.Add(piece);
            }
        }

        Pieces = merged;
    }

    /// <summary>The parts: texts and holes alternate, and no text is empty.</summary>
    public IReadOnlyList<string?> Pieces { get; }

    /// <summary>The text itself; null if it has a hole.</summary>
    public string? Whole => Pieces.Count == 0 ? "" : Pieces.Count == 1 ? Pieces[0] : null;

    /// <summary>The minimum length of the text.</summary>
    public int MinLength => Pieces.Sum(piece => piece?.Length ?? 0);

    /// <summary>Whether no part of the text is known.</summary>
    public bool IsUnknown => Pieces.All(piece => piece is null) && Pieces.Count > 0;
}
