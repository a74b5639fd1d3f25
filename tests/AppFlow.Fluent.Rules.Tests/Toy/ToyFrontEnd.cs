using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Tests.Toy;

/// <summary>
/// A front end for a language of a few lines: it lowers one body to a graph of steps, as the front ends for real languages do. It does not
/// know the rules.
/// </summary>
/// <remarks>
/// A statement is a line; <c>if</c>, <c>switch</c>, <c>while</c>, <c>loop</c>, <c>foreach</c> and <c>try</c> go to their <c>end</c>. The statements are:
/// <c>x = value</c>, <c>x.Member = value</c>, <c>x[key] = value</c>, <c>send r [to client]</c>, <c>wrap r</c>, <c>t = start r</c>, <c>await t</c>,
/// <c>call [changed, out written, any]</c>, <c>use value</c>, <c>hand r</c>, <c>change r</c>, <c>again</c>, <c>leave</c>, <c>return</c>, <c>throw</c>,
/// <c>exit</c>, <c>param r: Shape</c>.
/// </remarks>
internal sealed class ToyFrontEnd
{
    private readonly GraphBuilder _builder = new();
    private readonly ToyExpressions _expressions;
    private readonly string[] _lines;
    private readonly int _firstLine;
    private readonly Stack<(Block Again, Block After)> _loops = new();
    private int _next;

    private ToyFrontEnd(string[] lines, int firstLine)
    {
        _lines = lines;
        _firstLine = firstLine;
        _expressions = new ToyExpressions(_builder);
    }

    /// <summary>The graph of a body.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="firstLine">The number of the first of them.</param>
    public static StepGraph Lower(string[] lines, int firstLine)
    {
        var frontEnd = new ToyFrontEnd(lines, firstLine);
        frontEnd.Statements();
        return frontEnd._next < lines.Length ? throw new FormatException($"Line {frontEnd._next + firstLine}: nothing to end.") : frontEnd._builder.Build();
    }

    // Up to a line that starts with a word that ends or divides a statement.
    private void Statements()
    {
        while (_next < _lines.Length && Word(_lines[_next]) is not ("end" or "else" or "elif" or "case" or "default" or "catch"))
        {
            Statement(Take());
        }
    }

    private ToyLexer Take()
    {
        _expressions.Line = _firstLine + _next;
        return new ToyLexer(_lines[_next++].Split('#')[0]);
    }

    private static string Word(string line) => new ToyLexer(line.Split('#')[0]).Peek;

    private void Statement(ToyLexer line)
    {
        if (line.IsAtEnd)
        {
            return;
        }

        switch (line.Take())
        {
            case "if":
                If(_expressions.Condition(line));
                break;
            case "switch":
                Switch(_expressions.Parse(line).Term);
                break;
            case "while":
                While(line);
                break;
            case "loop":
                While(condition: null);
                break;
            case "foreach":
                ForEach(line);
                break;
            case "try":
                Try();
                break;
            case "param":
                var parameter = line.Take();
                line.Expect(":");
                _expressions.Declare(parameter, ToyShapes.Find(line.Take()) ?? throw line.Wrong("a shape"));
                break;
            case "send":
                AddSend(line, isAwaited: true, isWrapper: false);
                break;
            case "wrap":
                AddSend(line, isAwaited: true, isWrapper: true);
                break;
            case "await":
                _builder.Add(new AwaitStep(_expressions.Parse(line).Term));
                break;
            case "call":
                Call(line);
                break;
            case "use":
                _builder.Add(new UseStep(_expressions.Parse(line).Term));
                break;
            case "hand":
                _builder.Add(new EscapeStep(_expressions.Parse(line).Term));
                break;
            case "change":
                _builder.Add(new EscapeStep(_expressions.Parse(line).Term) { MayChange = true });
                break;
            case "again":
                _builder.Jump(_loops.Peek().Again);
                break;
            case "leave":
                _builder.Jump(_loops.Peek().After);
                break;
            case "exit":
                _builder.Return();
                break;
            case "return":
                if (!line.IsAtEnd)
                {
                    _builder.Add(new EscapeStep(_expressions.Parse(line).Term));
                }

                _builder.Return();
                break;
            case "throw":
                _builder.Throw(line.IsAtEnd ? null : _expressions.Parse(line).Term);
                break;
            case var target:
                Assign(target, line);
                break;
        }

        if (!line.IsAtEnd)
        {
            throw line.Wrong("the end of the line");
        }
    }

    private void Assign(string target, ToyLexer line)
    {
        if (line.TryTake("."))
        {
            var member = line.Take();
            line.Expect("=");
            var value = _expressions.Parse(line).Term;
            _builder.Add(_expressions.ShapeOf(target) is { } shape && ToyShapes.FieldOf(shape, member) is { } field
                ? new MutateStep(ToyExpressions.VariableOf(target), shape, [_expressions.SetOf(field, value)])
                : new StoreStep(new Apply(new Function(FunctionKind.Member, member), ToyExpressions.VariableOf(target)), value));
        }
        else if (line.TryTake("["))
        {
            var key = _expressions.Parse(line).Term;
            line.Expect("]");
            line.Expect("=");
            _builder.Add(new StoreStep(new Apply(Function.Element, ToyExpressions.VariableOf(target), key), _expressions.Parse(line).Term));
        }
        else
        {
            line.Expect("=");
            var (value, shape) = line.TryTake("start") ? (AddSend(line, isAwaited: false, isWrapper: false), null) : _expressions.Parse(line);
            if (shape is not null)
            {
                _expressions.Declare(target, shape);
            }

            _builder.Add(new AssignStep(ToyExpressions.VariableOf(target), value));
        }
    }

    private Root AddSend(ToyLexer line, bool isAwaited, bool isWrapper)
    {
        var (request, shape) = _expressions.Parse(line);
        var client = line.TryTake("to") ? _expressions.Parse(line).Term : null;
        var task = new Site(SiteKind.Task);
        _builder.Add(new SendStep(request, shape ?? throw line.Wrong("a request"), task)
        {
            Client = client,
            IsAwaited = isAwaited,
            IsWrapper = isWrapper,
            Place = new ToyPlace(_expressions.Line, "send"),
        });
        return task.Value;
    }

    private void Call(ToyLexer line)
    {
        var changed = new List<Term>();
        var written = new List<Variable>();
        var any = false;
        while (!line.IsAtEnd)
        {
            if (line.TryTake("out"))
            {
                written.Add(ToyExpressions.VariableOf(line.Take()));
            }
            else if (line.TryTake("any"))
            {
                any = true;
            }
            else
            {
                changed.Add(_expressions.Parse(line).Term);
            }

            line.TryTake(",");
        }

        _builder.Add(new CallStep { MayChange = changed, MayWriteAnyMember = any, Writes = written });
    }

    private void If(Term condition)
    {
        var after = _builder.NewBlock();
        while (true)
        {
            var (whenTrue, whenFalse) = (_builder.NewBlock(), _builder.NewBlock());
            _builder.Branch(condition, whenTrue, whenFalse);
            _builder.Resume(whenTrue);
            Statements();
            _builder.Jump(after);
            _builder.Resume(whenFalse);
            var line = Take();
            switch (line.Take())
            {
                case "elif":
                    condition = _expressions.Condition(line);
                    continue;
                case "else":
                    Statements();
                    Take().Expect("end");
                    break;
            }

            _builder.Continue(after);
            return;
        }
    }

    private void Switch(Term subject)
    {
        var after = _builder.NewBlock();
        while (true)
        {
            var line = Take();
            switch (line.Take())
            {
                case "case":
                    var (arm, next) = (_builder.NewBlock(), _builder.NewBlock());
                    _builder.Branch(TermFactory.Equal(subject, _expressions.Parse(line).Term), arm, next);
                    _builder.Resume(arm);
                    Statements();
                    _builder.Jump(after);
                    _builder.Resume(next);
                    break;
                case "default":
                    Statements();
                    break;
                default:
                    _builder.Continue(after);
                    return;
            }
        }
    }

    private void While(ToyLexer? condition)
    {
        var (head, again, after) = (_builder.NewBlock(), _builder.NewBlock(), _builder.NewBlock());
        var loop = new Loop(AssignedUpToEnd());
        _builder.Continue(head);
        _builder.Add(new RoundStep(loop));
        if (condition is not null)
        {
            var body = _builder.NewBlock();
            _builder.Branch(_expressions.Condition(condition), body, after);
            _builder.Resume(body);
        }

        Body(again, after);
        _builder.Continue(again);
        _builder.Add(new AgainStep(loop));
        _builder.Jump(head);
        _builder.Resume(after);
    }

    private void ForEach(ToyLexer line)
    {
        var item = line.Take();
        line.Expect("in");
        var isNeverEmpty = line.TryTake("some");
        var items = _expressions.Parse(line).Term;
        var loop = new Loop(AssignedUpToEnd());
        var (site, more) = (new Site(SiteKind.Item), new Site(SiteKind.Unknown));
        var (head, again, round, after) = (_builder.NewBlock(), _builder.NewBlock(), _builder.NewBlock(), _builder.NewBlock());
        _builder.Branch(isNeverEmpty ? Constant.False : new Apply(Function.IsEmpty, items), after, head);
        _builder.Resume(head);
        _builder.Add(new RoundStep(loop));
        _builder.Add(new MakeStep(site));
        _builder.Add(new AssignStep(ToyExpressions.VariableOf(item), site.Value));
        Body(again, after);
        _builder.Continue(again);
        _builder.Add(new MakeStep(more));
        _builder.Branch(more.Value, round, after);
        _builder.Resume(round);
        _builder.Add(new AgainStep(loop));
        _builder.Jump(head);
        _builder.Resume(after);
    }

    private void Body(Block again, Block after)
    {
        _loops.Push((again, after));
        Statements();
        Take().Expect("end");
        _loops.Pop();
    }

    private void Try()
    {
        var (after, first) = (_builder.NewBlock(), _builder.NewBlock());
        var failure = new Site(SiteKind.Failure);
        _builder.PushHandler(new Handler(failure, first));
        Statements();
        _builder.PopHandler();
        _builder.Jump(after);
        _builder.Resume(first);
        while (true)
        {
            var line = Take();
            if (line.Take() == "end")
            {
                break;
            }

            Catch(line, failure.Value, after);
        }

        _builder.Throw(failure.Value);
        _builder.Resume(after);
    }

    private void Catch(ToyLexer line, Root failure, Block after)
    {
        _expressions.Catch(line.Take(), failure);
        var condition = Of(line.Take());
        while (line.TryTake("|"))
        {
            condition = TermFactory.Or(condition, Of(line.Take()));
        }

        var (body, next) = (_builder.NewBlock(), _builder.NewBlock());
        _builder.Branch(condition, body, next);
        _builder.Resume(body);
        if (line.TryTake("when"))
        {
            var passed = _builder.NewBlock();
            _builder.Branch(_expressions.Condition(line), passed, next);
            _builder.Resume(passed);
        }

        Statements();
        _builder.Jump(after);
        _builder.Resume(next);

        Term Of(string type) =>
            type == "Exception" ? Constant.True : TermFactory.Apply(new Function(FunctionKind.FailureIs, type), failure);
    }

    // The assignments of the loop whose head was just read: each line up to its end that starts with a name and an equals sign.
    private Dictionary<Variable, Site> AssignedUpToEnd()
    {
        var assigned = new Dictionary<Variable, Site>();
        var depth = 1;
        for (var i = _next; depth > 0; i++)
        {
            var line = new ToyLexer(_lines[i].Split('#')[0]);
            if (line.IsAtEnd)
            {
                continue;
            }

            var word = line.Take();
            depth += word switch
            {
                "if" or "switch" or "while" or "loop" or "foreach" or "try" => 1,
                "end" => -1,
                _ => 0,
            };
            if (line.Peek == "=")
            {
                assigned.TryAdd(ToyExpressions.VariableOf(word), new Site(SiteKind.Counter));
            }
        }

        return assigned;
    }
}
