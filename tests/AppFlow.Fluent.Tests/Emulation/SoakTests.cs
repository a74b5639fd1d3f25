using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Soak;

namespace AppFlow.Fluent.Tests.Emulation;

/// <summary>A short soak, and its judge.</summary>
public sealed class SoakTests
{
    private static readonly SoakOptions Options = new() { Calls = 20, Seed = 1 };

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Every_change_is_applied_exactly_once_in_a_storm_of_faults(int seed)
    {
        var report = await Soak.Soak.RunAsync(new SoakOptions { Calls = 400, Seed = seed }, CancellationToken.None);
        Assert.True(report.IsClean, report.ToString());
    }

    [Theory]
    [InlineData("retrying-handler")]
    [InlineData("clock-jumps")]
    public async Task Every_change_is_applied_exactly_once_in_the_other_storms(string storm)
    {
        var report = await Soak.Soak.RunAsync(new SoakOptions { Calls = 1000, Seed = 7, Storm = SoakCommand.Storms[storm] }, CancellationToken.None);
        Assert.True(report.IsClean, report.ToString());
    }

    [Fact]
    public void A_soak_exits_with_0_only_if_the_judge_finds_nothing()
    {
        Assert.Equal(0, SoakCommand.Close("faults", Options, Judge(Asked("t"), [Applied("t"), .. Steps])));
        Assert.Equal(1, SoakCommand.Close("faults", Options, Judge(Asked("t"), [Applied("t"), Applied("t"), .. Steps])));
        Assert.Equal(1, SoakCommand.Close("faults", Options, Judge(Asked("t"), [.. Steps])));
        Assert.Equal(1, SoakCommand.Close("faults", Options, Judge(Asked("t"), [Applied("t"), .. Steps], firstRun: [])));
    }

    [Fact]
    public void The_judge_finds_nothing_in_correct_books() => Assert.True(Judge(Asked("t"), [Applied("t"), .. Steps]).IsClean);

    [Fact]
    public void The_judge_rejects_a_soak_without_faults()
    {
        var report = new SoakReport(
            Options, [Asked("t")], ["0 step0"], ["0 step0", "1 step1"], [], [Applied("t"), .. Steps], new Dictionary<string, int> { ["orders"] = 1, ["restarted-0"] = 1, ["restarted-1"] = 1 });
        Assert.False(report.WasStorm);
        Assert.False(report.IsClean);
        Assert.False(Judge(Asked("t"), [Applied("t"), .. Steps], firstRun: []).IsClean);
    }

    [Fact]
    public void The_judge_finds_an_impossible_success() =>
        Assert.Equal(1, Judge(Asked("t", canSucceed: false), [.. Steps]).SucceededAlthoughImpossible);

    [Fact]
    public void The_judge_finds_a_duplicate()
    {
        var report = Judge(Asked("t"), [Applied("t"), Applied("t"), .. Steps]);
        Assert.Equal((1, false), (report.Duplicates, report.IsClean));
    }

    [Fact]
    public void The_judge_finds_a_change_that_was_applied_under_two_tokens()
    {
        var report = Judge(Asked("t"), [Applied("t"), Applied("u"), .. Steps], version: 2);
        Assert.Equal((1, false), (report.WrongVersions, report.IsClean));
    }

    [Fact]
    public void The_judge_finds_a_lost_change()
    {
        Assert.Equal((1, false), (Judge(Asked("t"), [.. Steps]).Lost, Judge(Asked("t"), [.. Steps]).IsClean));
        Assert.Equal(1, Judge(Asked("t", succeeded: false), [Applied("t"), .. Steps]).Lost);
        Assert.Equal(1, Judge(Asked("t"), [Applied("t"), Applied("step0")]).Lost);
        Assert.Equal(1, Judge(Asked("t"), [Applied("t"), .. Steps], secondRun: ["0 step0"]).Lost);
    }

    [Fact]
    public void The_judge_finds_an_applied_change_that_was_reported_as_refused()
    {
        var before = Asked("t");
        before.AppliedWhenRefused = 1;
        Assert.Equal((1, false), (Judge(before, [Applied("t"), .. Steps]).AppliedAlthoughRefused, Judge(before, [Applied("t"), .. Steps]).IsClean));

        var after = Asked("t");
        after.AppliedWhenRefused = 0;
        Assert.True(Judge(after, [Applied("t"), .. Steps]).IsClean);

        Assert.Equal(1, Judge(Asked("t", canSucceed: false, succeeded: false), [Applied("t"), .. Steps]).AppliedAlthoughRefused);
    }

    [Fact]
    public void The_judge_finds_another_token_after_a_restart()
    {
        var report = Judge(Asked("t"), [Applied("t"), .. Steps], firstRun: ["0 other"]);
        Assert.Equal((1, false), (report.TokenChangedAfterRestart, report.IsClean));
    }

    private static IEnumerable<LedgerEntry> Steps => [Applied("step0"), Applied("step1")];

    // One request per kind of fault.
    private static IEnumerable<LedgerEntry> Storm =>
        Enum.GetValues<FaultKind>().Select(kind => new LedgerEntry { Operation = "RegisterConnector", Outcome = LedgerOutcome.Faulted, Fault = kind });

    private static LedgerEntry Applied(string token) => new() { Operation = "RegisterConnector", ClientToken = token, Outcome = LedgerOutcome.Applied };

    private static RequestedCall Asked(string token, bool canSucceed = true, bool succeeded = true) =>
        new() { Operation = "RegisterConnector", ConnectorLabel = "orders", CanSucceed = canSucceed, ClientToken = token, Succeeded = succeeded, Continued = 1 };

    private static SoakReport Judge(
        RequestedCall call, IReadOnlyList<LedgerEntry> applied, int version = 1, IReadOnlyList<string>? firstRun = null, IReadOnlyList<string>? secondRun = null) => new(
            Options,
            [call],
            firstRun ?? ["0 step0"],
            secondRun ?? ["0 step0", "1 step1"],
            [.. applied, .. Storm],
            applied,
            new Dictionary<string, int>(call.CanSucceed ? [new("orders", version)] : []) { [StepsCommand.LabelOf(0)] = 1, [StepsCommand.LabelOf(1)] = 1 });
}
