using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>The precision of a clock, by member and format.</summary>
public class ClockLoweringTests
{
    [Theory]
    [InlineData("DateTime.UtcNow.Ticks.ToString()", "Fine")]
    [InlineData("DateTime.Now.ToString()", "Coarse")]
    [InlineData("$\"{DateTime.Now}\"", "Coarse")]
    [InlineData("DateTime.UtcNow.ToString(\"O\")", "Fine")]
    [InlineData("DateTime.UtcNow.ToString(\"yyyyMMddHHmmss\")", "Coarse")]
    [InlineData("$\"{DateTime.UtcNow:yyyyMMddHHmmssfff}\"", "Fine")]
    [InlineData("DateTime.UtcNow.ToString(\"'off' yyyy-MM-dd\")", "Date")]
    [InlineData("DateTime.Today.ToString(\"d\")", "Date")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString()", "Coarse")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + \"-x\"", "Fine")]
    [InlineData("TimeProvider.System.GetUtcNow().ToString(\"u\")", "Coarse")]
    [InlineData("$\"{DateTime.UtcNow.DayOfYear}\"", "Date")]
    [InlineData("Environment.TickCount64.ToString()", "Fine")]
    public void A_clock_that_is_read_directly_is_a_site_with_its_precision(string token, string grain)
    {
        var graph = Lowered.Statements($"await ConnectorRegistration.Update(label).WithClientToken({token}).SendAsync();");
        var value = graph.Steps.OfType<CreateStep>().Last().Sets.Single().Value!;
        var clock = Assert.Single(RootsOf(value));
        Assert.Equal((SiteKind.Clock, Enum.Parse<ClockGrain>(grain)), (clock.Site.Kind, clock.Site.Grain));
    }

    [Fact]
    public void A_clock_in_a_local_keeps_its_value_and_precision() => Lowered.Is(
        """
        var now = DateTime.UtcNow; await ConnectorRegistration.Update(label).WithClientToken(now.AddDays(1).ToString("yyyyMMdd")).SendAsync();
        """,
        """
        0:
          make Clock
          now = Clock
          create UpdateConnectorRegistration from  with ConnectorLabel = label
          create UpdateConnectorRegistration from Request with ClientToken = Text(Pure:Date(Pure:format yyyyMMdd(Pure:System.DateTime.AddDays(double)(now, 1))))
          send Request with
          end
        """);

    private static IEnumerable<Root> RootsOf(Term term) => term is Root root ? [root] : term.Operands.SelectMany(RootsOf);
}
