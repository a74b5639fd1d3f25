using System.Globalization;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Tests.Toy;

/// <summary>Lowers the expressions of a toy program to terms, and their requests and values to steps.</summary>
internal sealed class ToyExpressions(GraphBuilder builder)
{
    private static readonly string[] Colors = ["Red", "Green", "Blue"];

    private readonly Dictionary<string, RequestShape> _shapes = [];
    private readonly Dictionary<string, Root> _caught = [];

    /// <summary>The line that is read, for the places of tokens.</summary>
    public int Line { get; set; }

    public static Variable VariableOf(string name) => new(name, name);

    public void Declare(string variable, RequestShape shape) => _shapes[variable] = shape;

    public RequestShape? ShapeOf(string variable) => _shapes.GetValueOrDefault(variable);

    public void Catch(string variable, Root failure) => _caught[variable] = failure;

    public Root? CaughtBy(string variable) => _caught.GetValueOrDefault(variable);

    public Term Condition(ToyLexer lexer) => Parse(lexer).Term;

    /// <summary>An expression, with its shape if it is a request, otherwise null.</summary>
    public (Term Term, RequestShape? Shape) Parse(ToyLexer lexer)
    {
        var condition = ParseOr(lexer);
        if (!lexer.TryTake("?"))
        {
            return condition;
        }

        var whenTrue = Parse(lexer).Term;
        lexer.Expect(":");
        return (TermFactory.Choice(condition.Term, whenTrue, Parse(lexer).Term), null);
    }

    public FieldSet SetOf(Field field, Term? value, bool isUncertain = false) => new(field, value)
    {
        IsUncertain = isUncertain,
        Place = field.Role == FieldRole.Content ? null : new ToyPlace(Line, field.Name),
    };

    private (Term Term, RequestShape? Shape) ParseOr(ToyLexer lexer)
    {
        var left = ParseAnd(lexer);
        while (lexer.TryTake("or"))
        {
            left = (TermFactory.Or(left.Term, ParseAnd(lexer).Term), null);
        }

        return left;
    }

    private (Term Term, RequestShape? Shape) ParseAnd(ToyLexer lexer)
    {
        var left = ParseComparison(lexer);
        while (lexer.TryTake("and"))
        {
            left = (TermFactory.And(left.Term, ParseComparison(lexer).Term), null);
        }

        return left;
    }

    private (Term Term, RequestShape? Shape) ParseComparison(ToyLexer lexer)
    {
        if (lexer.TryTake("not"))
        {
            return (TermFactory.Not(ParseComparison(lexer).Term), null);
        }

        var left = ParseSum(lexer);
        return lexer.Peek switch
        {
            "==" => (TermFactory.Equal(left.Term, Right()), null),
            "!=" => (TermFactory.Not(TermFactory.Equal(left.Term, Right())), null),
            "<" => (TermFactory.Less(left.Term, Right()), null),
            ">" => (TermFactory.Less(Right(), left.Term), null),
            "<=" => (TermFactory.LessOrEqual(left.Term, Right()), null),
            ">=" => (TermFactory.LessOrEqual(Right(), left.Term), null),
            "is" => (TypeTest(left.Term), null),
            _ => left,
        };

        Term Right()
        {
            lexer.Take();
            return ParseSum(lexer).Term;
        }

        Term TypeTest(Term operand)
        {
            lexer.Take();
            var kind = operand is Root { Site.Kind: SiteKind.Failure } ? FunctionKind.FailureIs : FunctionKind.Is;
            return TermFactory.Apply(new Function(kind, lexer.Take()), operand);
        }
    }

    private (Term Term, RequestShape? Shape) ParseSum(ToyLexer lexer)
    {
        var left = ParsePostfix(lexer);
        while (lexer.Peek is "+" or "++")
        {
            left = lexer.Take() == "++"
                ? (TermFactory.Text(left.Term, ParsePostfix(lexer).Term), null)
                : (TermFactory.Apply(new Function(FunctionKind.Pure, "+"), left.Term, ParsePostfix(lexer).Term), null);
        }

        return left;
    }

    private (Term Term, RequestShape? Shape) ParsePostfix(ToyLexer lexer)
    {
        var (term, shape) = ParsePrimary(lexer);
        while (true)
        {
            if (lexer.TryTake("["))
            {
                (term, shape) = (TermFactory.Apply(Function.Element, term, Parse(lexer).Term), null);
                lexer.Expect("]");
            }
            else if (lexer.TryTake("."))
            {
                (term, shape) = ParseMember(lexer, term, shape);
            }
            else
            {
                return (term, shape);
            }
        }
    }

    private (Term Term, RequestShape? Shape) ParseMember(ToyLexer lexer, Term receiver, RequestShape? shape)
    {
        var name = lexer.Take();
        if (shape is null)
        {
            if (receiver is Root { Site.Kind: SiteKind.Failure } && name is "Token" or "IsKnown")
            {
                builder.Add(new ContinueStep(receiver) { IsInDoubt = name == "IsKnown" });
                return (Made(SiteKind.Unknown), null);
            }

            return lexer.Peek == "("
                ? (TermFactory.Apply(new Function(FunctionKind.Query, name), [receiver, .. Arguments(lexer)]), null)
                : (TermFactory.Apply(new Function(FunctionKind.Member, name), receiver), null);
        }

        // A method whose body cannot be read may set any field, or the one that it names.
        if (name is "Unknown" or "Perhaps")
        {
            lexer.Expect("(");
            var touched = name == "Perhaps" ? ToyShapes.FieldOf(shape, lexer.Take()) : null;
            lexer.Expect(")");
            return (Created(shape, receiver, touched is null ? [] : [SetOf(touched, value: null, isUncertain: true)], isOpen: touched is null), shape);
        }

        var field = ToyShapes.FieldOf(shape, name) ?? throw lexer.Wrong("a field");
        return lexer.Peek == "("
            ? (Created(shape, receiver, [SetOf(field, Arguments(lexer).Single())]), shape)
            : (new Apply(new Function(FunctionKind.StableMember, field), receiver), null);
    }

    private (Term Term, RequestShape? Shape) ParsePrimary(ToyLexer lexer)
    {
        var word = lexer.Take();
        if (word == "(")
        {
            var inner = Parse(lexer);
            lexer.Expect(")");
            return inner;
        }

        if (word[0] == '"')
        {
            return (new Constant(word[1..^1]), null);
        }

        if (char.IsDigit(word[0]))
        {
            return (new Constant(int.Parse(word, CultureInfo.InvariantCulture)), null);
        }

        if (ToyShapes.Find(word) is { } shape)
        {
            return (Created(shape, source: null, []), shape);
        }

        return (ParseWord(lexer, word), ShapeOf(word));
    }

    private Term ParseWord(ToyLexer lexer, string word) => lexer.Peek == "(" ? ParseCall(lexer, word) : word switch
    {
        "null" => Constant.Null,
        "true" => Constant.True,
        "false" => Constant.False,
        "fresh" => Made(SiteKind.Fresh),
        "clock" => Made(SiteKind.Clock, ClockGrain.Coarse),
        "ticks" => Made(SiteKind.Clock, ClockGrain.Fine),
        "today" => Made(SiteKind.Clock, ClockGrain.Date),
        "ask" => Made(SiteKind.Unknown),
        "next" => Made(SiteKind.Item),
        _ when Colors.Contains(word) => new Constant(word, Colors),
        _ => _caught.TryGetValue(word, out var failure) ? failure : VariableOf(word),
    };

    private Term ParseCall(ToyLexer lexer, string word) => word switch
    {
        "count" => TermFactory.Apply(Function.Count, [.. Arguments(lexer)]),
        "length" => TermFactory.Apply(Function.Length, [.. Arguments(lexer)]),
        "empty" => TermFactory.Apply(Function.IsEmptyText, [.. Arguments(lexer)]),
        "blank" => TermFactory.Apply(Function.IsBlankText, [.. Arguments(lexer)]),
        "succeeded" => TermFactory.Apply(Function.Succeeded, [.. Arguments(lexer)]),
        "failed" => TermFactory.Apply(Function.Failed, [.. Arguments(lexer)]),
        "pure" => TermFactory.Apply(new Function(FunctionKind.Pure, "pure"), [.. Arguments(lexer)]),
        _ => throw lexer.Wrong("a function that is known"),
    };

    private List<Term> Arguments(ToyLexer lexer)
    {
        var arguments = new List<Term>();
        lexer.Expect("(");
        while (!lexer.TryTake(")"))
        {
            arguments.Add(Parse(lexer).Term);
            lexer.TryTake(",");
        }

        return arguments;
    }

    private Root Created(RequestShape shape, Term? source, IReadOnlyList<FieldSet> sets, bool isOpen = false)
    {
        var site = new Site(SiteKind.Request);
        builder.Add(new CreateStep(site, shape, sets) { Source = source, IsOpen = isOpen });
        return site.Value;
    }

    private Root Made(SiteKind kind, ClockGrain grain = ClockGrain.Fine)
    {
        var site = new Site(kind) { Grain = grain };
        builder.Add(new MakeStep(site));
        return site.Value;
    }
}
