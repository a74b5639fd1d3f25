namespace AppFlow.Fluent.Rules.Terms;

/// <summary>
/// Creates terms in a normal form: <c>a != null</c> as not <c>a == null</c>, <c>list.Count &gt; 0</c> as not empty, <c>a &gt; b</c> as <c>b
/// &lt; a</c>. So equivalent conditions are equal terms, however they are written.
/// </summary>
internal static class TermFactory
{
    private const int MaxParts = 64;
    private const int LongestText = 16_384;

    /// <summary>A function of terms, in normal form.</summary>
    public static Term Apply(Function function, params Term[] operands) => function.Kind switch
    {
        FunctionKind.Not => Not(operands[0]),
        FunctionKind.And => And(operands),
        FunctionKind.Or => Or(operands),
        FunctionKind.Equal => Equal(operands[0], operands[1]),
        FunctionKind.Less => Less(operands[0], operands[1]),
        FunctionKind.Text => Text(operands),
        FunctionKind.Choice => Choice(operands[0], operands[1], operands[2]),
        FunctionKind.IsEmptyText when operands[0] is Constant { Value: string text } => Constant.Of(text.Length == 0),
        FunctionKind.IsBlankText when operands[0] is Constant { Value: string text } => Constant.Of(string.IsNullOrWhiteSpace(text)),
        FunctionKind.IsEmptyText or FunctionKind.IsBlankText or FunctionKind.Is when operands[0] is Constant { Value: null } => Constant.False,
        FunctionKind.Pure when function.Symbol is Arithmetic operation && Compute(operation, operands) is { } number => new Constant(number),
        _ => (function.Part is { } part && operands.Length == 1 ? PartOf(operands[0], part) : null) ?? new Apply(function, operands),
    };

    // An item of a tuple, also of a conditional choice between two tuples.
    private static Term? PartOf(Term whole, int part) => whole switch
    {
        Apply { Function.Kind: FunctionKind.Tuple } tuple when part < tuple.Operands.Count => tuple.Operands[part],
        Apply { Function.Kind: FunctionKind.Choice } choice when PartOf(choice.Operands[1], part) is { } whenTrue && PartOf(choice.Operands[2], part) is { } whenFalse
            => Choice(choice.Operands[0], whenTrue, whenFalse),
        _ => null,
    };

    public static Term Not(Term operand) => operand switch
    {
        Constant { Value: bool value } => Constant.Of(!value),
        Apply { Function.Kind: FunctionKind.Not } inner => inner.Operands[0],
        _ => new Apply(Function.Not, operand),
    };

    public static Term And(params Term[] operands) => Join(operands, Function.And, FunctionKind.And, neutral: true);

    public static Term Or(params Term[] operands) => Join(operands, Function.Or, FunctionKind.Or, neutral: false);

    public static Term IsNull(Term operand) => Equal(operand, Constant.Null);

    public static Term IsNotNull(Term operand) => Not(IsNull(operand));

    public static Term Equal(Term left, Term right)
    {
        if (left is Constant && right is not Constant)
        {
            (left, right) = (right, left);
        }

        if (left is Constant one && right is Constant other)
        {
            return Constant.Of(one.Equals(other));
        }

        return (left, right) switch
        {
            (_, Constant { Value: true }) => left,
            (Apply { Function.Kind: FunctionKind.Choice } choice, Constant) => Choice(choice.Operands[0], Equal(choice.Operands[1], right), Equal(choice.Operands[2], right)),
            (_, Constant { Value: false }) => Not(left),
            (Apply { Function.Kind: FunctionKind.Count } count, Constant { Value: 0 }) => new Apply(Function.IsEmpty, count.Operands[0]),
            (Apply { Function.Kind: FunctionKind.Length } length, Constant { Value: 0 }) => new Apply(Function.IsEmptyText, length.Operands[0]),
            (_, Constant { Value: "" }) => new Apply(Function.IsEmptyText, left),

            // One bit has two values: set or not.
            (Apply { Function.Symbol: Arithmetic.And } masked, Constant { Value: 0 }) when masked.Operands[1] is Constant { Value: int and > 0 and var bit } && (bit & (bit - 1)) == 0 =>
                Not(new Apply(Function.Equal, left, masked.Operands[1])),
            (Apply { Function.Kind: FunctionKind.Text }, Constant { Value: null }) => Constant.False,
            (Root { Site.IsNeverNull: true } or Apply { Function.IsNeverNull: true }, Constant { Value: null }) => Constant.False,
            (Root { Site.Kind: SiteKind.Fresh or SiteKind.Clock or SiteKind.Request or SiteKind.Task or SiteKind.Failure }, Constant { Value: null }) => Constant.False,
            (Apply { Function: { } function, Operands: var tasks }, Constant { Value: null }) when function.Equals(Function.Result) && tasks[0] is Root { Site.GivesNoNull: true } => Constant.False,
            (Constant, _) or (_, Constant) => new Apply(Function.Equal, left, right),
            _ when left.Equals(right) && IsOneValue(left) => Constant.True,
            _ => left.GetHashCode() <= right.GetHashCode() ? new Apply(Function.Equal, left, right) : new Apply(Function.Equal, right, left),
        };
    }

    public static Term Less(Term left, Term right) => (left, right) switch
    {
        (Constant { Value: int one }, Constant { Value: int other }) => Constant.Of(one < other),
        (Constant { Value: 0 }, Apply { Function.Kind: FunctionKind.Count } count) => Not(new Apply(Function.IsEmpty, count.Operands[0])),
        (Constant { Value: 0 }, Apply { Function.Kind: FunctionKind.Length } length) => Not(new Apply(Function.IsEmptyText, length.Operands[0])),
        (Apply { Function.Kind: FunctionKind.Count } count, Constant { Value: 1 }) => new Apply(Function.IsEmpty, count.Operands[0]),
        (Apply { Function.Kind: FunctionKind.Length } length, Constant { Value: 1 }) => new Apply(Function.IsEmptyText, length.Operands[0]),
        _ => new Apply(Function.Less, left, right),
    };

    public static Term LessOrEqual(Term left, Term right) => Not(Less(right, left));

    /// <summary>The parts as one text; nested texts are flattened, and adjacent constants are joined.</summary>
    public static Term Text(params Term[] parts)
    {
        var joined = new List<Term>();
        foreach (var part in parts)
        {
            if (part is Apply { Function.Kind: FunctionKind.Text } inner)
            {
                foreach (var innerPart in inner.Operands)
                {
                    Add(joined, innerPart);
                }
            }
            else
            {
                Add(joined, part);
            }
        }

        return joined.Count switch
        {
            > MaxParts => LongText(joined),
            0 => new Constant(""),
            1 when joined[0] is Constant { Value: string } => joined[0],
            _ => new Apply(Function.Text, joined.ToArray()),
        };
    }

    // Identified by its parts, but no longer flattened: locals that contain each other twice would have endless parts.
    private static Variable LongText(List<Term> parts)
    {
        var hash = 17;
        foreach (var part in parts)
        {
            hash = (hash * 31) + part.GetHashCode();
        }

        return new Variable((parts.Count, hash), "a long text");
    }

    public static Term Choice(Term condition, Term whenTrue, Term whenFalse) => condition switch
    {
        Constant { Value: bool value } => value ? whenTrue : whenFalse,
        _ when whenTrue.Equals(whenFalse) => whenTrue,
        _ => (whenTrue, whenFalse) switch
        {
            (Constant { Value: true }, Constant { Value: false }) => condition,
            (Constant { Value: false }, Constant { Value: true }) => Not(condition),
            (Constant { Value: true }, _) => Or(condition, whenFalse),
            (Constant { Value: false }, _) => And(Not(condition), whenFalse),
            (_, Constant { Value: true }) => Or(Not(condition), whenTrue),
            (_, Constant { Value: false }) => And(condition, whenTrue),
            _ when whenTrue.Equals(condition) => Or(condition, whenFalse),
            _ when whenFalse.Equals(condition) => And(condition, whenTrue),
            _ => new Apply(Function.Choice, condition, whenTrue, whenFalse),
        },
    };

    // A counter that starts at a constant is computed, unless it would overflow.
    private static int? Compute(Arithmetic operation, Term[] operands) =>
        operands[0] is Constant { Value: int left } && operands[1] is Constant { Value: int right }
        && Compute(operation, (long)left, right) is >= int.MinValue and <= int.MaxValue and var number
            ? (int)number
            : null;

    private static long Compute(Arithmetic operation, long left, long right) => operation switch
    {
        Arithmetic.Add => left + right,
        Arithmetic.Subtract => left - right,
        Arithmetic.And => left & right,
        _ => left | right,
    };

    private static void Add(List<Term> parts, Term part)
    {
        var text = part is Constant constant ? TextOf(constant.Value) : null;
        if (text is "")
        {
            return;
        }

        if (text is not null && parts.Count > 0 && parts[parts.Count - 1] is Constant { Value: string before } && before.Length + text.Length <= LongestText)
        {
            parts[parts.Count - 1] = new Constant(before + text);
        }
        else
        {
            parts.Add(text is null ? part : new Constant(text));
        }
    }

    private static string? TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        char character => character.ToString(),
        bool truth => truth ? "True" : "False",
        int or long or uint or ulong => ((IFormattable)value).ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private static Term Join(Term[] operands, Function function, FunctionKind kind, bool neutral)
    {
        var joined = new List<Term>();
        foreach (var operand in operands)
        {
            if (operand is Constant { Value: bool value })
            {
                if (value != neutral)
                {
                    return operand;
                }
            }
            else if (operand is Apply apply && apply.Function.Kind == kind)
            {
                joined.AddRange(apply.Operands.Where(inner => !joined.Contains(inner)));
            }
            else if (!joined.Contains(operand))
            {
                joined.Add(operand);
            }
        }

        return joined.Count switch
        {
            0 => Constant.Of(neutral),
            1 => joined[0],
            _ => new Apply(function, joined.ToArray()),
        };
    }

    private static bool IsOneValue(Term term) => !term.Contains(part => part is Root { Age: >= Root.Oldest });
}
