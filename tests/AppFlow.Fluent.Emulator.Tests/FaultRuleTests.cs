using AppFlow.Fluent.Emulator.Faults;
using CsCheck;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>Which requests a rule hits.</summary>
public sealed class FaultRuleTests
{
    private const string Update = "UpdateConnectorRegistration";

    private static readonly FaultRule Drop = new() { Kind = FaultKind.DropAfterApplying, Nth = 1 };

    [Theory]
    [InlineData(1, null, "x.....")]
    [InlineData(3, null, "..x...")]
    [InlineData(2, 3, ".xxx..")]
    [InlineData(6, 99, ".....x")]
    [InlineData(1, int.MaxValue, "xxxxxx")]
    [InlineData(int.MaxValue, int.MaxValue, "......")]
    public void Nth_and_times_hit_consecutive_requests(int nth, int? times, string expected) =>
        Assert.Equal(expected, Hits(new FaultPlan { Rules = [Drop with { Nth = nth, Times = times }] }, 6));

    [Fact]
    public void The_same_plan_hits_the_same_requests_again()
    {
        var plan = new FaultPlan { Seed = 42, Rules = [Drop with { Nth = null, Probability = 0.3 }] };

        // The sequence itself must never change: every machine must reproduce a failure that one machine has found, after updates too.
        Assert.Equal(Hits(plan, 1000), Hits(plan, 1000));
        Assert.Equal("..x..x......xx...x.xxx..x.x..........x..", Hits(plan, 40));
        Assert.NotEqual(Hits(plan, 1000), Hits(plan with { Seed = 43 }, 1000));
    }

    [Theory]
    [InlineData(0.0, 0, 0)]
    [InlineData(0.01, 60, 140)]
    [InlineData(0.5, 4800, 5200)]
    [InlineData(1.0, 10_000, 10_000)]
    public void The_probability_decides_how_many_requests_are_hit(double probability, int least, int most) => Assert.InRange(
        Hits(new FaultPlan { Seed = 1, Rules = [Drop with { Nth = null, Probability = probability }] }, 10_000).Count(c => c == 'x'), least, most);

    [Fact]
    public void Two_rules_of_one_plan_draw_independently()
    {
        var rule = Drop with { Nth = null, Probability = 0.5 };
        var never = Drop with { Nth = int.MaxValue };

        Assert.NotEqual(Hits(new FaultPlan { Rules = [rule, never] }, 100), Hits(new FaultPlan { Rules = [never, rule] }, 100));
    }

    [Fact]
    public void Times_limits_the_hits_of_a_rule_with_a_probability() => Assert.Equal(
        "xxx...", Hits(new FaultPlan { Rules = [Drop with { Nth = null, Probability = 1, Times = 3 }] }, 6));

    [Fact]
    public void A_rule_counts_only_what_it_matches()
    {
        var schedule = new FaultSchedule(new FaultPlan { Rules = [Drop with { Operation = Update, ConnectorLabel = "orders", Nth = 2 }] });

        Assert.Null(schedule.Next(Update, "orders").Spoiler);
        Assert.Null(schedule.Next(Update, "other").Spoiler);
        Assert.Null(schedule.Next(Update, "Orders").Spoiler);
        Assert.Null(schedule.Next("RegisterConnector", "orders").Spoiler);
        Assert.Null(schedule.Next("ListConnectors", null).Spoiler);
        Assert.NotNull(schedule.Next(Update, "orders").Spoiler);
    }

    [Fact]
    public void The_first_rule_that_hits_wins_and_the_others_still_count()
    {
        var second = Drop with { Kind = FaultKind.TruncatedBody, Times = 2 };
        var schedule = new FaultSchedule(new FaultPlan { Rules = [Drop, second] });

        Assert.Equal([Drop, second, null], Enumerable.Range(0, 3).Select(_ => schedule.Next(Update, "orders").Spoiler));
    }

    [Fact]
    public void Setting_an_equal_plan_again_resets_the_counters()
    {
        var schedule = new FaultSchedule(new FaultPlan { Rules = [Drop] });
        schedule.Next(Update, "orders");

        schedule.Plan = new FaultPlan { Rules = [Drop] };

        Assert.NotNull(schedule.Next(Update, "orders").Spoiler);
    }

    [Fact]
    public void A_draw_is_from_0_to_below_1() => Gen.Select(Gen.Int, Gen.Int, Gen.Long)
        .Sample((seed, rule, place) => SeededDraw.At(seed, rule, place) is >= 0 and < 1, seed: "0000000000002", iter: 10_000);

    private static string Hits(FaultPlan plan, int requests)
    {
        var schedule = new FaultSchedule(plan);
        return string.Concat(Enumerable.Range(0, requests).Select(_ => schedule.Next(Update, "orders").Spoiler is null ? '.' : 'x'));
    }
}
