using System.Globalization;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>Parses a composite format.</summary>
internal static class FormatText
{
    /// <summary>
    /// The parts of a format: constant texts, with index -1, and holes, with the index of the argument and its format. Null if it is
    /// malformed or has an alignment.
    /// </summary>
    public static IReadOnlyList<(int Index, string Text)>? Holes(string format)
    {
        var parts = new List<(int, string)>();
        var text = "";
        for (var i = 0; i < format.Length; i++)
        {
            var character = format[i];
            if (character is '{' or '}' && i + 1 < format.Length && format[i + 1] == character)
            {
                text += character;
                i++;
            }
            else if (character == '{')
            {
                var end = format.IndexOf('}', i);
                var hole = end < 0 ? "" : format.Substring(i + 1, end - i - 1);
                var colon = hole.IndexOf(':');
                var index = colon < 0 ? hole : hole.Substring(0, colon);
                if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
                {
                    return null;
                }

                parts.Add((-1, text));
                parts.Add((place, colon < 0 ? "" : hole.Substring(colon + 1)));
                text = "";
                i = end;
            }
            else
            {
                text += character;
            }
        }

        parts.Add((-1, text));
        return parts;
    }
}
