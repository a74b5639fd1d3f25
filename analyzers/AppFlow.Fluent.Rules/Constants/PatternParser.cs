using System.Globalization;

namespace AppFlow.Fluent.Rules.Constants;

/// <summary>
/// Parses a .NET regular expression into a <see cref="PatternAutomaton"/>. Every part becomes a function that builds it, because a counted
/// repetition needs several copies.
/// </summary>
internal sealed class PatternParser(string pattern, PatternAutomaton automaton)
{
    private const int MaxStates = 4000;
    private const int DeepestGroup = 64;

    private const string ClassEscapes = "dDwWsS";
    private const string AssertionEscapes = "AzZbBG";
    private const string ControlEscapes = "tnrvfae";

    private int _at;
    private int _depth;

    private bool IsAtEnd => _at >= pattern.Length;

    /// <summary>
    /// The function that builds the whole expression; null if it has unsupported syntax. Building returns null if the automaton grows too
    /// large.
    /// </summary>
    public Func<(int Start, int End)?>? Parse() => Alternatives() is { } whole && IsAtEnd ? whole : null;

    private Func<(int Start, int End)?>? Alternatives()
    {
        var alternatives = new List<Func<(int Start, int End)?>>();
        do
        {
            if (Sequence() is not { } sequence)
            {
                return null;
            }

            alternatives.Add(sequence);
        }
        while (Take('|'));

        return alternatives.Count == 1 ? alternatives[0] : () => AnyOf(alternatives);
    }

    private Func<(int Start, int End)?>? Sequence()
    {
        var parts = new List<Func<(int Start, int End)?>>();
        while (!IsAtEnd && pattern[_at] is not ('|' or ')'))
        {
            if (Quantified() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return () => InARow(parts);
    }

    private Func<(int Start, int End)?>? Quantified()
    {
        var part = Atom();
        if (part is null || IsAtEnd)
        {
            return part;
        }

        int least = 1, most = 1;
        switch (pattern[_at])
        {
            case '*':
                (least, most) = (0, int.MaxValue);
                break;
            case '+':
                (least, most) = (1, int.MaxValue);
                break;
            case '?':
                (least, most) = (0, 1);
                break;
            case '{' when Counts() is { } counts:
                (least, most, _at) = (counts.Least, counts.Most, counts.End);
                break;
            default:
                return part;
        }

        _at++;
        Take('?');
        return IsAtEnd || pattern[_at] is not ('*' or '+' or '?') ? () => Repeated(part, least, most) : null;
    }

    // {3}, {3,} or {3,5}; anything else in braces is literal text. The end is the closing brace.
    private (int Least, int Most, int End)? Counts()
    {
        var close = pattern.IndexOf('}', _at);
        if (close < 0)
        {
            return null;
        }

        var numbers = pattern.Substring(_at + 1, close - _at - 1).Split(',');
        if (numbers.Length > 2 || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least))
        {
            return null;
        }

        var most = least;
        return numbers.Length == 1 || numbers[1].Length == 0 || int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out most)
            ? (least, numbers.Length == 2 && numbers[1].Length == 0 ? int.MaxValue : most, close)
            : null;
    }

    private Func<(int Start, int End)?>? Atom()
    {
        var character = pattern[_at++];
        switch (character)
        {
            case '(':
                return Group();
            case '[':
                return Class();
            case '.':
                // A single character is a literal atom, so a class with one character is written in a longer form.
                return OneCharacter("(?:.)");
            case '^' or '$':
                return Nothing;
            case '\\':
                return IsAtEnd ? null : Escape();
            case '*' or '+' or '?':
                return null;
            default:
                return OneCharacter(character.ToString());
        }
    }

    private Func<(int Start, int End)?>? Escape()
    {
        var character = pattern[_at++];
        if (AssertionEscapes.IndexOf(character) >= 0)
        {
            return Nothing;
        }

        if (ClassEscapes.IndexOf(character) >= 0 || ControlEscapes.IndexOf(character) >= 0)
        {
            return OneCharacter("\\" + character);
        }

        var further = character switch
        {
            'x' => 2,
            'u' => 4,
            'c' => 1,
            'p' or 'P' => pattern.IndexOf('}', _at) + 1 - _at,
            _ => 0,
        };
        if (further > 0 && _at + further <= pattern.Length)
        {
            _at += further;
            return OneCharacter(pattern.Substring(_at - further - 2, further + 2));
        }

        // The remaining letters and digits refer to groups, or are octal.
        return char.IsLetterOrDigit(character) ? null : OneCharacter(character.ToString());
    }

    private Func<(int Start, int End)?>? Class()
    {
        var start = _at - 1;
        if (!SkipClass())
        {
            return null;
        }

        return OneCharacter(pattern.Substring(start, _at - start));
    }

    // From after the opening bracket to after the closing one; a closing bracket in first position is literal text.
    private bool SkipClass()
    {
        Take('^');
        Take(']');
        while (!IsAtEnd)
        {
            switch (pattern[_at++])
            {
                case ']':
                    return true;
                case '\\':
                    _at++;
                    break;
                case '-' when Take('['):
                    if (!SkipClass())
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    private Func<(int Start, int End)?>? Group()
    {
        var isAssertion = false;
        if (Take('?'))
        {
            if (IsAtEnd)
            {
                return null;
            }

            switch (pattern[_at++])
            {
                case ':' or '>':
                    break;
                case '=' or '!':
                    isAssertion = true;
                    break;
                case '<' when Take('=') || Take('!'):
                    isAssertion = true;
                    break;
                case '<' or '\'' when pattern.IndexOfAny(['>', '\''], _at) is >= 0 and var end:
                    _at = end + 1;
                    break;
                default:
                    // Options, comments and conditions.
                    return null;
            }
        }

        if (++_depth > DeepestGroup || Alternatives() is not { } inner || !Take(')'))
        {
            return null;
        }

        _depth--;
        return isAssertion ? Nothing : inner;
    }

    private bool Take(char character)
    {
        if (IsAtEnd || pattern[_at] != character)
        {
            return false;
        }

        _at++;
        return true;
    }

    private Func<(int Start, int End)?> OneCharacter(string atom) => () =>
    {
        if (Nothing() is not { } ends)
        {
            return null;
        }

        var end = automaton.NewState();
        automaton.Connect(ends.Start, end, atom);
        return (ends.Start, end);
    };

    private (int Start, int End)? Nothing()
    {
        if (automaton.Size >= MaxStates)
        {
            return null;
        }

        var state = automaton.NewState();
        return (state, state);
    }

    private (int Start, int End)? InARow(IEnumerable<Func<(int Start, int End)?>> parts)
    {
        if (Nothing() is not { } whole)
        {
            return null;
        }

        foreach (var part in parts)
        {
            if (part() is not { } next)
            {
                return null;
            }

            automaton.Connect(whole.End, next.Start);
            whole.End = next.End;
        }

        return whole;
    }

    private (int Start, int End)? AnyOf(IEnumerable<Func<(int Start, int End)?>> alternatives)
    {
        if (Nothing() is not { } begin || Nothing() is not { } end)
        {
            return null;
        }

        foreach (var alternative in alternatives)
        {
            if (alternative() is not { } one)
            {
                return null;
            }

            automaton.Connect(begin.Start, one.Start);
            automaton.Connect(one.End, end.Start);
        }

        return (begin.Start, end.Start);
    }

    private (int Start, int End)? Repeated(Func<(int Start, int End)?> part, int least, int most)
    {
        if (Nothing() is not { } whole)
        {
            return null;
        }

        // After the required copies, each further one is optional; without a limit, one copy that loops to itself is enough.
        var copies = most == int.MaxValue ? least + 1 : most;
        var exits = new List<int>();
        for (var i = 0; i < copies; i++)
        {
            if (part() is not { } copy)
            {
                return null;
            }

            if (i >= least)
            {
                exits.Add(whole.End);
            }

            automaton.Connect(whole.End, copy.Start);
            if (most == int.MaxValue && i == least)
            {
                automaton.Connect(copy.End, copy.Start);
            }

            whole.End = copy.End;
        }

        if (Nothing() is not { } end)
        {
            return null;
        }

        automaton.Connect(whole.End, end.Start);
        exits.ForEach(exit => automaton.Connect(exit, end.Start));
        return (whole.Start, end.Start);
    }
}
