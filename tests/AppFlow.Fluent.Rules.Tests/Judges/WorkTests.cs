using System.Text;
using AppFlow.Fluent.Rules.Flow;
using AppFlow.Fluent.Rules.Tests.Toy;

namespace AppFlow.Fluent.Rules.Tests.Judges;

/// <summary>The cost of a body grows linearly, counted so that the machine's load does not matter.</summary>
public class WorkTests
{
    // The maximum growth of the work when the body doubles.
    private const double MaxGrowth = 2.2;

    // How often the parts of one statement are visited together; the second where each statement may leave another request behind, up to the bound.
    private const int FewWays = 30;
    private const int MaxWays = 130;

    public static TheoryData<string> Bodies =>
    [
        nameof(SendsOfOneToken),
        nameof(SendsOfOneRequest),
        nameof(CasesOfASwitch),
        nameof(CasesThatSend),
        nameof(Regions),
        nameof(Tries),
        nameof(IndependentConditions),
        nameof(RequestsThatBranch),
        nameof(Retries),
        nameof(FilledGuards),
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void TheWorkGrowsAsTheBodyDoes(string body)
    {
        var (small, large) = (Run(body, 300), Run(body, 600));

        Assert.True(large.Visited <= MaxGrowth * small.Visited, $"{small.Visited} and {large.Visited} visits");

        // Each case knows that all earlier ones did not match.
        var most = body is nameof(CasesOfASwitch) or nameof(CasesThatSend) ? MaxGrowth * MaxGrowth : MaxGrowth;
        Assert.True(large.Work <= most * small.Work, $"{small.Work} and {large.Work} entries");
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void AStatementIsVisitedAFewTimes(string body) =>
        Assert.InRange(Run(body, 300).Visited, 1, 300 * (body == nameof(IndependentConditions) ? MaxWays : FewWays));

    [Theory]
    [MemberData(nameof(Bodies))]
    public void WhatIsReadLaterIsFoundInAFewPasses(string body)
    {
        var graph = ToyFrontEnd.Lower(TextOf(body, 300).Split('\n'), 1);

        Assert.InRange(new GraphFacts(graph).SolvedBlocks, 1, 6 * graph.Blocks.Count);
    }

    [Fact]
    public void SixHundredSendsAreJudged()
    {
        var program = new ToyProgram(SendsOfOneToken(600));

        Assert.Equal(600, program.Flows[0].Sends.Count);
        Assert.Equal(599, program.Found.Count(finding => finding.EndsWith("AFF1002", StringComparison.Ordinal)));
    }

    [Fact]
    public void SixHundredSendsThatLackAFieldAreJudged()
    {
        var program = new ToyProgram(Repeated(600, i => $"send Update.Description(d{i})"));

        Assert.Equal(600, program.Found.Count(finding => finding.EndsWith("AFF2001 Label", StringComparison.Ordinal)));
    }

    [Fact]
    public void PastTheBoundTheRulesAreSilent()
    {
        var few = new ToyProgram(Guarded(2));
        var many = new ToyProgram(Guarded(12));

        Assert.Empty(few.Found);
        Assert.Empty(many.Found);
    }

    [Fact]
    public void PastTheBoundTheTokensAreSilent() =>
        Assert.Empty(new ToyProgram(
            Repeated(8, i => $"t{i} = fresh\nif c{i}\n  t{i} = given{i}\nend")
            + "\n" + Repeated(8, i => $"send Update.Label(l{i}).Token(t{i})")
            + "\n" + Repeated(8, i => $"if c{i}\n  call c{i}\nend")).Found);

    // Each condition guards its own request, so that every path through them is different.
    private static string Guarded(int count) =>
        Repeated(count, i => $"r{i} = Update\nif c{i}\n  r{i} = r{i}.Label(l)\nend") + "\n" + Repeated(count, i => $"if c{i}\n  send r{i}\nend");

    private static FlowResult Run(string body, int count) => new ToyProgram(TextOf(body, count)).Flows[0];

    private static string TextOf(string body, int count) => body switch
    {
        nameof(SendsOfOneToken) => SendsOfOneToken(count),
        nameof(SendsOfOneRequest) => SendsOfOneRequest(count),
        nameof(CasesOfASwitch) => CasesOfASwitch(count),
        nameof(CasesThatSend) => CasesThatSend(count),
        nameof(Regions) => Regions(count),
        nameof(Tries) => Tries(count),
        nameof(IndependentConditions) => IndependentConditions(count),
        nameof(RequestsThatBranch) => RequestsThatBranch(count),
        nameof(Retries) => Retries(count),
        nameof(FilledGuards) => FilledGuards(count),
        _ => throw new ArgumentException("There is no such body.", nameof(body)),
    };

    private static string SendsOfOneToken(int count) => "t = fresh\n" + Repeated(count, i => $"send Update.Label(l{i}).Token(t)");

    private static string SendsOfOneRequest(int count) => "r = Update.Label(l).Token(fresh)\n" + Repeated(count, _ => "send r");

    private static string CasesOfASwitch(int count) =>
        "r = Update\nswitch kind\n" + Repeated(count, i => $"case {i}\n  r = r.Label(l{i})") + "\ndefault\n  return\nend\nsend r";

    private static string CasesThatSend(int count) =>
        "t = fresh\nswitch kind\n" + Repeated(count, i => $"case {i}\n  send Update.Label(l{i}).Token(t)") + "\nend";

    // A lambda that runs for each item.
    private static string Regions(int count) => "t = fresh\n" + Repeated(count, i => $"foreach x in some xs{i}\n  send Update.Label(x).Token(t)\nend");

    private static string Tries(int count) => Repeated(count, i => $"try\n  send Update.Label(l{i})\ncatch e Service\n  call any\nend");

    private static string IndependentConditions(int count) =>
        "r = Update.Label(l)\n" + Repeated(count, i => $"if c{i}\n  r = r.Description(d{i})\nend") + "\nsend r";

    private static string RequestsThatBranch(int count) =>
        Repeated(count, i => $"r{i} = Update\nif c{i}\n  r{i} = r{i}.Label(l)\nend\nsend r{i}");

    private static string Retries(int count) =>
        Repeated(count, i => $"loop\n  try\n    send Update.Label(l{i})\n    leave\n  catch e Exception\n    call any\n  end\nend");

    // The send depends on what only the path with the field writes.
    private static string FilledGuards(int count) =>
        Repeated(count, i => $"r{i} = Update\nif c{i}\n  r{i} = r{i}.Label(l)\n  call s{i}\nend\nready{i} = count(s{i}) > 0\nif ready{i}\n  send r{i}\nend");

    private static string Repeated(int count, Func<int, string> part) =>
        Enumerable.Range(0, count).Aggregate(new StringBuilder(), (text, i) => text.Append(i == 0 ? "" : "\n").Append(part(i))).ToString();
}
