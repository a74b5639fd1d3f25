using System.Text.RegularExpressions;

namespace AppFlow.Fluent.Rules.Constants;

/// <summary>
/// A regular expression as a finite automaton, which decides whether a text with holes can match. It accepts at least what the whole
/// expression accepts (assertions count as satisfied), so a refused text is certainly invalid.
/// </summary>
internal sealed class PatternAutomaton
{
    private static readonly TimeSpan AtomTimeout = TimeSpan.FromSeconds(1);

    private readonly List<State> _states = [];
    private readonly Dictionary<string, Regex> _classes = new(StringComparer.Ordinal);

    private PatternAutomaton()
    {
    }

    private int Start { get; set; }

    private int End { get; set; }

    /// <summary>The automaton of a pattern; null if the pattern uses unsupported syntax, or the automaton would be too large.</summary>
    public static PatternAutomaton? Of(string pattern)
    {
        var automaton = new PatternAutomaton();
        return new PatternParser(pattern, automaton).Parse() is { } build && build() is { } whole ? automaton.Begin(whole.Start, whole.End) : null;
    }

    /// <summary>Where the text is invalid whatever its holes contain; null if it may match.</summary>
    public PatternDeadEnd? DeadEnd(ConstantText text)
    {
        var at = Closure([Start]);
        for (var i = 0; i < text.Pieces.Count; i++)
        {
            if (text.Pieces[i] is not { } piece)
            {
                at = Reachable(at);
                continue;
            }

            for (var j = 0; j < piece.Length; j++)
            {
                at = Closure(at.SelectMany(state => _states[state].Steps).Where(step => Accepts(step.Atom, piece[j])).Select(step => step.Target));
                if (at.Count == 0)
                {
                    return new PatternDeadEnd(i, j);
                }
            }
        }

        return at.Contains(End) ? null : new PatternDeadEnd(text.Pieces.Count, 0);
    }

    /// <summary>Whether the character is allowed anywhere in a matching text.</summary>
    public bool AcceptsAnywhere(char character) =>
        _states.Any(state => state.Steps.Any(step => Accepts(step.Atom, character)));

    /// <summary>The number of states, which limits the cost of a pattern.</summary>
    internal int Size => _states.Count;

    internal int NewState()
    {
        _states.Add(new State());
        return _states.Count - 1;
    }

    internal void Connect(int from, int to) => _states[from].Free.Add(to);

    /// <param name="from">A state.</param>
    /// <param name="to">The state that one character leads to.</param>
    /// <param name="atom">The part of the expression that matches the character: a literal or a class.</param>
    internal void Connect(int from, int to, string atom)
    {
        if (atom.Length > 1 && !_classes.ContainsKey(atom))
        {
            _classes.Add(atom, new Regex($@"\A(?:{atom})\z", RegexOptions.None, AtomTimeout));
        }

        _states[from].Steps.Add((atom, to));
    }

    private PatternAutomaton Begin(int start, int end)
    {
        Start = start;
        End = end;
        return this;
    }

    private bool Accepts(string atom, char character) =>
        atom.Length == 1 ? atom[0] == character : _classes[atom].IsMatch(character.ToString());

    private HashSet<int> Closure(IEnumerable<int> states) => Spread(states, state => _states[state].Free);

    private HashSet<int> Reachable(IEnumerable<int> states) =>
        Spread(states, state => _states[state].Free.Concat(_states[state].Steps.Select(step => step.Target)));

    private static HashSet<int> Spread(IEnumerable<int> states, Func<int, IEnumerable<int>> next)
    {
        var found = new HashSet<int>(states);
        var open = new Stack<int>(found);
        while (open.Count > 0)
        {
            foreach (var state in next(open.Pop()))
            {
                if (found.Add(state))
                {
                    open.Push(state);
                }
            }
        }

        return found;
    }

    private sealed class State
    {
        public List<int> Free { get; } = [];

        public List<(string Atom, int Target)> Steps { get; } = [];
    }
}
