namespace AppFlow.Fluent.Rules.Constants;

/// <summary>
/// A text of which parts stand in the code: the texts of an interpolation or a concatenation, with holes for what is known at run time
/// only.
/// </summary>
internal sealed class ConstantText
{
    /// <param name="pieces">The parts in their order; null is a hole, which may be filled with any text, the empty one included.</param>
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

    /// <summary>The parts: texts and holes take turns, and no text is empty.</summary>
    public IReadOnlyList<string?> Pieces { get; }

    /// <summary>The text itself; null when it has a hole.</summary>
    public string? Whole => Pieces.Count == 0 ? "" : Pieces.Count == 1 ? Pieces[0] : null;

    /// <summary>How long the text is at the least.</summary>
    public int MinLength => Pieces.Sum(piece => piece?.Length ?? 0);

    /// <summary>Whether nothing of the text is known.</summary>
    public bool IsUnknown => Pieces.All(piece => piece is null) && Pieces.Count > 0;
}
