using System.Buffers;
using System.Globalization;
using System.Text;

namespace AppFlow.Fluent.Constraints;

/// <summary>
/// A text field: its length and its allowed characters. Tests prove that these checks accept exactly what the attributes on the requests'
/// properties accept.
/// </summary>
/// <param name="field">The field's name on the wire.</param>
/// <param name="minLength">The minimum number of characters (UTF-16 code units).</param>
/// <param name="maxLength">The maximum number of characters (UTF-16 code units).</param>
internal abstract class TextConstraint(string field, int minLength, int maxLength)
{
    protected string Field { get; } = field;

    /// <summary>Returns <paramref name="value"/> if the service accepts it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="parameterName">The parameter that the value was given for.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The value is too short, too long, or holds a forbidden character.</exception>
    public string Check(string value, string parameterName)
    {
        if (value is null)
        {
            throw new ArgumentNullException(parameterName, $"{Field} must not be null. To leave it unset, leave out the call.");
        }

        var fault = LengthFault(value) ?? ContentFault(value);
        return fault is null ? value : throw new ArgumentException($"{Field} {fault}", parameterName);
    }

    /// <summary>What is wrong with <paramref name="value"/>, as a sentence; null if the service accepts it.</summary>
    public string? FaultOf(string? value) => value is null
        ? $"{Field} must not be null."
        : (LengthFault(value) ?? ContentFault(value)) is { } fault ? $"{Field} {fault}" : null;

    /// <summary>What is wrong with the characters of <paramref name="value"/>, as the rest of a sentence, or null.</summary>
    protected abstract string? ContentFault(string value);

    /// <summary>Names the character at <paramref name="index"/> so that look-alikes and control characters can be recognised.</summary>
    protected static string Character(string value, int index)
    {
        var shown = Rune.TryGetRuneAt(value, index, out var rune) ? rune : new Rune('\uFFFD');
        var code = Rune.TryGetRuneAt(value, index, out rune) ? rune.Value : value[index];
        var category = Rune.GetUnicodeCategory(shown);
        var visible = category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(visible ? $"'{shown}' (U+{code:X4})" : $"U+{code:X4}")} at index {index}");
    }

    /// <summary>The fault of text that <paramref name="allowed"/> does not cover.</summary>
    protected static string? ForbiddenCharacter(string value, SearchValues<char> allowed, string rule)
    {
        var index = value.AsSpan().IndexOfAnyExcept(allowed);
        return index < 0 ? null : $"may hold only {rule}; it has {Character(value, index)}.";
    }

    /// <summary>The fault of text with half a surrogate pair, which JSON cannot represent.</summary>
    protected static string? BrokenSurrogate(string value)
    {
        var first = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var i = first < 0 ? value.Length : first; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]))
            {
                if (!char.IsHighSurrogate(value[i]) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
                {
                    return $"must be well-formed Unicode; it has half a surrogate pair, {Character(value, i)}.";
                }

                i++;
            }
        }

        return null;
    }

    private string? LengthFault(string value)
    {
        if (value.Length >= minLength && value.Length <= maxLength)
        {
            return null;
        }

        var rule = minLength == 0 ? $"at most {maxLength}" : $"{minLength} to {maxLength}";
        return string.Create(CultureInfo.InvariantCulture, $"must be {rule} characters long; it is {(value.Length == 0 ? "empty" : $"{value.Length}")}.");
    }
}
