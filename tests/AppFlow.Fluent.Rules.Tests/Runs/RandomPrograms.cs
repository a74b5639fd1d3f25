using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Runs;

/// <summary>Random toy programs that set a request's fields under conditions and send it.</summary>
internal static class RandomPrograms
{
    private static readonly Gen<string> Flag = Gen.OneOfConst("f", "g", "h", "i");

    // The engine does not compute with truth values: it does not derive one flag from an equal one.
    private static readonly Gen<string> Plain = Gen.Frequency(
        (5, Flag),
        (2, Flag.Select(flag => "not " + flag)),
        (2, Gen.Select(Flag, Flag, (one, other) => $"{one} and {other}")),
        (2, Gen.Select(Flag, Flag, (one, other) => $"{one} or not {other}")),
        (1, Gen.Select(Flag, Flag, Flag, (one, two, three) => $"({one} ? {two} : {three})")),
        (1, Gen.OneOfConst("r.Label == null", "r.Label != null", "q.Label == null")));

    private static readonly Gen<string> Condition = Gen.Frequency(
        (9, Plain),
        (1, Gen.Select(Flag, Flag, (one, other) => $"{one} == {other}")));

    private static readonly Gen<string> Simple = SimpleWith(Condition);

    private static readonly Gen<string> PlainSimple = SimpleWith(Plain);

    /// <summary>Programs with few or too many paths to follow separately.</summary>
    public static Gen<string> Program { get; } = Statements(3).Select(body => "r = Register\nq = Register\no = Order\np = o\n" + body + "\nsend r\nsend q\nsend o\nsend p");

    /// <summary>The same without loops and failures: some values take each path.</summary>
    public static Gen<string> Straight { get; } = Statements(2, withLoops: false)
        .Select(body => "r = Register\nq = Register\no = Order\np = o\n" + body + "\nsend r\nsend o");

    private static Gen<string> SimpleWith(Gen<string> condition) => Gen.Frequency(
        (4, Gen.OneOfConst("r = r.Label(a)", "r = r.Lambda(a)", "q = q.Label(a)", "q = q.Lambda(b)", "r = q", "q = r", "r = Register", "q = Register")),
        (2, Gen.OneOfConst("o.Label = a", "p.Label = b", "o.Description = a", "p = o", "o = Order")),
        (2, Gen.Select(Flag, condition, (flag, value) => $"{flag} = {value}")),
        (1, Gen.Select(Flag, Gen.Bool, (flag, value) => $"{flag} = {(value ? "true" : "false")}")),
        (1, Flag.Select(flag => $"{flag} = ask")),
        (1, Flag.Select(flag => $"call out {flag}")),
        (3, Gen.OneOfConst("send r", "send q", "send o", "send p")));

    private static Gen<string> Statements(int depth, bool withLoops = true) =>
        Statement(depth, withLoops).Array[1, 4].Select(statements => string.Join('\n', statements));

    private static Gen<string> Statement(int depth, bool withLoops)
    {
        if (depth == 0)
        {
            return withLoops ? Simple : PlainSimple;
        }

        var body = Statements(depth - 1, withLoops);
        var asked = withLoops ? Condition : Plain;
        var branch = Gen.Frequency(
            (3, Gen.Select(asked, body, (condition, then) => $"if {condition}\n{then}\nend")),
            (3, Gen.Select(asked, body, body, (condition, then, otherwise) => $"if {condition}\n{then}\nelse\n{otherwise}\nend")),
            (1, Gen.Select(asked, body, (condition, then) => $"if {condition}\n{then}\nreturn\nend")));
        var loop = Gen.Frequency(
            (1, Gen.Select(Condition, body, (condition, round) => $"while {condition}\n{round}\nend")),
            (1, Gen.Select(Gen.OneOfConst("xs", "some xs", "ys"), body, (list, round) => $"foreach x in {list}\n{round}\nend")),
            (1, Gen.Select(Gen.OneOfConst("xs", "some xs"), Condition, body, (list, condition, round) => $"foreach x in {list}\nif {condition}\nleave\nend\n{round}\nend")),
            (1, Gen.Select(body, body, (attempt, handler) => $"try\n{attempt}\ncatch e Exception\n{handler}\nend")));
        return withLoops ? Gen.Frequency((4, Simple), (4, branch), (2, loop)) : Gen.Frequency((3, PlainSimple), (4, branch));
    }
}
