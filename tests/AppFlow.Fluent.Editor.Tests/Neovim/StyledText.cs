using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AppFlow.Fluent.Editor.Tests.Neovim;

/// <summary>A piece of a terminal's line, with one style.</summary>
/// <param name="Text">The text of the piece.</param>
/// <param name="Foreground">Its colour as <c>#rrggbb</c>, or null for the terminal's default.</param>
/// <param name="Background">Its background colour, or null for the terminal's default.</param>
/// <param name="Underline">The colour of its underline, empty for the text's colour, or null if there is none.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="Reversed">Whether text and background colours are swapped.</param>
public sealed partial record StyledText(string Text, string? Foreground, string? Background, string? Underline, bool Bold, bool Reversed)
{
    /// <summary>Reads the lines of a screen. A style continues from one line to the next.</summary>
    public static IReadOnlyList<IReadOnlyList<StyledText>> Read(IEnumerable<string> lines)
    {
        var look = new StyledText("", null, null, null, false, false);
        var read = new List<IReadOnlyList<StyledText>>();
        foreach (var line in lines)
        {
            var pieces = new List<StyledText>();
            var from = 0;
            foreach (Match change in Change().Matches(line))
            {
                Add(line[from..change.Index]);
                look = look.Changed(new Queue<int>(change.Groups[1].Value.Split(';', ':').Select(code => code.Length == 0 ? 0 : int.Parse(code, CultureInfo.InvariantCulture))));
                from = change.Index + change.Length;
            }

            Add(line[from..]);
            read.Add(pieces);

            void Add(string text)
            {
                if (text.Length > 0)
                {
                    pieces.Add(look with { Text = text });
                }
            }
        }

        return read;
    }

    /// <summary>The underlined parts of a line.</summary>
    public static string Underlined(IEnumerable<StyledText> line) =>
        line.Where(piece => piece.Underline is not null).Aggregate(new StringBuilder(), (text, piece) => text.Append(piece.Text)).ToString();

    private StyledText Changed(Queue<int> codes)
    {
        var look = this;
        while (codes.TryDequeue(out var code))
        {
            look = code switch
            {
                0 => new StyledText("", null, null, null, false, false),
                1 => look with { Bold = true },
                22 => look with { Bold = false },
                4 => look with { Underline = look.Underline ?? "" },
                24 => look with { Underline = null },
                7 => look with { Reversed = true },
                27 => look with { Reversed = false },
                38 => look with { Foreground = Colour(codes) },
                39 => look with { Foreground = null },
                48 => look with { Background = Colour(codes) },
                49 => look with { Background = null },
                58 => look with { Underline = Colour(codes) },
                _ => look,
            };
        }

        return look;
    }

    /// <summary>A 24-bit colour; a colour from a palette counts as the terminal's default.</summary>
    private static string? Colour(Queue<int> codes)
    {
        if (codes.Dequeue() != 2)
        {
            _ = codes.Dequeue();
            return null;
        }

        return $"#{codes.Dequeue():x2}{codes.Dequeue():x2}{codes.Dequeue():x2}";
    }

    [GeneratedRegex("\x1b\\[([0-9;:]*)m")]
    private static partial Regex Change();
}
