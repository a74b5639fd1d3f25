using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AppFlow.Fluent.Rules.Constants;

namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>The constraints of a field, and why a value violates them. Front ends fill it from the field's attributes.</summary>
internal class ValueConstraints
{
    // Matching a user's pattern may never end, but an analyzer must. The limit is far above the time of normal patterns on a busy machine.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    // Cached with the constraints, and created when a value is first refused or has parts. Boxed, because it may be absent.
    private StrongBox<PatternAutomaton?>? _automaton;

    /// <summary>Whether a request is incomplete without the field.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether an empty or blank text is valid for a required field: <c>[Required(AllowEmptyStrings = true)]</c>.</summary>
    public bool AcceptsBlank { get; init; }

    /// <summary>The minimum number of UTF-16 characters of a text.</summary>
    public int? MinLength { get; init; }

    /// <summary>The maximum number of UTF-16 characters of a text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The regular expression that must match the whole text.</summary>
    public string? Pattern { get; init; }

    /// <summary>The minimum number.</summary>
    public double? Minimum { get; init; }

    /// <summary>The maximum number.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether the minimum itself is invalid.</summary>
    public bool IsMinimumExclusive { get; init; }

    /// <summary>Whether the maximum itself is invalid.</summary>
    public bool IsMaximumExclusive { get; init; }

    /// <summary>How the value of a required field is missing: <c>null</c>, <c>empty</c> or <c>blank</c>. Null for a usable value.</summary>
    public string? Blankness(object? value) => value switch
    {
        null => "null",
        string text when AcceptsBlank || !string.IsNullOrWhiteSpace(text) => null,
        string text => text.Length == 0 ? "empty" : "blank",
        _ => null,
    };

    /// <summary>
    /// Why the value is invalid, as the rest of a sentence that starts with the field's name; null if it is valid or if that is uncertain.
    /// </summary>
    public string? Refusal(object? value) => value switch
    {
        string text => TextRefusal(text),
        _ when Number(value) is { } number => NumberRefusal(number),
        _ => null,
    };

    /// <summary>The same for a partly known text: why it is invalid whatever the rest is.</summary>
    public string? Refusal(ConstantText text)
    {
        if (text.Whole is { } whole)
        {
            return TextRefusal(whole);
        }

        if (text.IsUnknown)
        {
            return null;
        }

        if (text.MinLength > MaxLength)
        {
            return $"may have at most {Characters(MaxLength.Value)}, and the constant parts of this value already have {text.MinLength}";
        }

        return Pattern is null || Automaton?.DeadEnd(text) is not { } deadEnd ? null
            : ArnForm.IsAskedForBy(Pattern) ? ArnForm.Fault(null, Matches(Pattern, ArnForm.Example))
            : DeadEndFault(text, deadEnd) ?? $"must match the pattern {Pattern}, which its constant parts do not fit";
    }

    private PatternAutomaton? Automaton =>
        (_automaton ??= new StrongBox<PatternAutomaton?>(Pattern is null ? null : AutomatonOf(Pattern))).Value;

    private string? TextRefusal(string text)
    {
        if (text.Length > MaxLength)
        {
            return $"may have at most {Characters(MaxLength.Value)} and has {text.Length}";
        }

        if (text.Length < MinLength)
        {
            return text.Length == 0 ? "must not be empty" : $"must have at least {Characters(MinLength.Value)} and has {text.Length}";
        }

        return Pattern is null || Matches(Pattern, text) ? null : PatternRefusal(Pattern, text);
    }

    private string PatternRefusal(string pattern, string text)
    {
        if (text.Length == 0)
        {
            return "must not be empty";
        }

        if (ArnForm.IsAskedForBy(pattern))
        {
            return ArnForm.Fault(text, Matches(pattern, ArnForm.Example));
        }

        if (CharacterName.IncompleteKeyPairIn(text) is >= 0 and var half)
        {
            return $"must not contain {CharacterName.At(text, half)}, found at index {half}";
        }

        var known = new ConstantText([text]);
        return Automaton?.DeadEnd(known) is { } deadEnd && DeadEndFault(known, deadEnd) is { } fault ? fault
            : string.IsNullOrWhiteSpace(text) ? "must not be blank"
            : $"must match the pattern {pattern}";
    }

    // A character where none may follow; null if only the end is wrong.
    private string? DeadEndFault(ConstantText text, PatternDeadEnd deadEnd)
    {
        if (deadEnd.Piece == text.Pieces.Count || text.Pieces[deadEnd.Piece] is not { } piece)
        {
            return null;
        }

        var name = CharacterName.At(piece, deadEnd.Index);
        var isPlaceKnown = deadEnd.Piece == 0;
        return !Automaton!.AcceptsAnywhere(piece[deadEnd.Index])
            ? isPlaceKnown ? $"must not contain {name}, found at index {deadEnd.Index}" : $"must not contain {name}"
            : !isPlaceKnown ? $"must not have {name} where its constant parts have it"
            : deadEnd.Index == 0 ? $"must not begin with {name}"
            : $"must not have {name} at index {deadEnd.Index}";
    }

    private string? NumberRefusal(double number) =>
        number < Minimum || number > Maximum || (IsMinimumExclusive && number <= Minimum) || (IsMaximumExclusive && number >= Maximum)
            ? string.Format(
                CultureInfo.InvariantCulture,
                IsMinimumExclusive || IsMaximumExclusive ? "must be between {0} and {1} and is {2}" : "must be {0} to {1} and is {2}",
                Minimum,
                Maximum,
                number)
            : null;

    private static string Characters(int count) => count == 1 ? "1 character" : string.Format(CultureInfo.InvariantCulture, "{0:N0} characters", count);

    // RegularExpressionAttribute accepts a text if the first match is the whole text.
    private static bool Matches(string pattern, string text)
    {
        try
        {
            var match = Regex.Match(text, pattern, RegexOptions.None, PatternTimeout);
            return match.Success && match.Index == 0 && match.Length == text.Length;
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }

    // An invalid pattern refuses nothing.
    private static PatternAutomaton? AutomatonOf(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return PatternAutomaton.Of(pattern);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static double? Number(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
