using AppFlow.Fluent.Emulator.Tests.Wire;
using AppFlow.Fluent.Soak;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>The soak test's books: what they keep, and how they judge calls that were abandoned or repeated.</summary>
public sealed class SoakBooksTests
{
    private readonly SoakBooks _books = new();

    [Fact]
    public void Settled_calls_are_removed_from_the_books()
    {
        for (var i = 0; i < 1000; i++)
        {
            Apply($"t{i}");
            _books.Settle([Call($"t{i}")]);
        }

        Assert.Equal((1000L, 1000L, 0, 0), (_books.Applied, _books.Judged, _books.Unsettled, _books.Lost));
        Assert.Equal(0, _books.WrongVersions(Versions(1000)));
        Assert.Equal(1, _books.WrongVersions(Versions(1001)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_abandoned_call_may_or_may_not_have_been_applied(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Apply("t");
        }

        var call = Call("t");
        (call.Succeeded, call.IsLeftOpen) = (false, true);
        _books.Settle([call]);

        Assert.Equal((0, 0, 1), (_books.Lost, _books.Duplicates, _books.Abandoned));
        Assert.Equal(0, _books.WrongVersions(times == 0 ? new Dictionary<string, int>() : Versions(times)));
    }

    [Fact]
    public void An_abandoned_call_may_be_applied_later_and_the_versions_count_it()
    {
        var call = Call("t");
        (call.Succeeded, call.IsLeftOpen) = (false, true);
        _books.Settle([call]);
        Apply("t");

        Assert.Equal((0, 0), (_books.WrongVersions(Versions(1)), _books.WrongVersions(Versions(1), applied: 1)));
        Assert.Equal(0, _books.WrongVersions(new Dictionary<string, int>(), applied: 0));
        Assert.Equal(1, _books.WrongVersions(Versions(2)));
    }

    [Fact]
    public void An_abandoned_call_must_not_be_applied_twice()
    {
        Apply("t");
        Apply("t");

        Assert.Equal(1, _books.Duplicates);
    }

    [Fact]
    public void A_call_repeated_because_it_was_not_applied_must_not_have_been_applied()
    {
        var call = Call("second");
        call.Replaced.Add(("first", 0));
        Apply("first");
        Apply("second");

        _books.Settle([call]);

        Assert.Equal((1, 0, 0), (_books.AppliedAlthoughRefused, _books.Lost, _books.Unsettled));
    }

    [Fact]
    public async Task A_handler_that_resends_hides_its_attempts()
    {
        await using var appflow = await AppFlowEmulator.StartAsync(new AppFlowEmulatorOptions
        {
            Faults = new FaultPlan { Rules = [new FaultRule { Kind = FaultKind.ErrorAfterApplying, StatusCode = 500, Probability = 1 }] },
        });
        using var handler = new RetryingHandler(new SharedRandom(1));
        using var http = new HttpClient(handler);
        for (var i = 0; i < 50; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(appflow.Endpoint, "/list-connectors"));
            request.Content = new StringContent("{}", null, "application/json");
            foreach (var header in new RawRequest(appflow.Endpoint, "/list-connectors") { SignedHeaders = "host;x-amz-date" }.Sign().Headers.Where(header => header.Key != "Content-Type"))
            {
                request.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            await Record.ExceptionAsync(() => http.SendAsync(request));
        }

        // Some clients reconnected, and some of those found a closed port.
        Assert.InRange(appflow.Received.Count, 51, 149);
        Assert.True(handler.Hidden > appflow.Received.Count - 50);
    }

    [Fact]
    public void Time_passes_only_while_the_machine_sleeps()
    {
        var world = new WorldClock(seed: 7);
        var readings = Enumerable.Range(0, 10_000).Select(_ => world.UtcNow).ToList();
        var steps = readings.Zip(readings.Skip(1), (before, after) => after - before).Where(step => step != TimeSpan.Zero).ToList();

        Assert.Equal(world.Sleeps, steps.Count);
        Assert.InRange(world.Sleeps, 5, 50);
        Assert.All(steps, step => Assert.InRange(step, TimeSpan.FromHours(1), TimeSpan.FromHours(11)));
    }

    [Fact]
    public async Task The_machine_does_not_sleep_between_a_look_ahead_and_the_next_reading_of_the_same_flow()
    {
        var world = new WorldClock(seed: 7);
        var looked = world.LookAhead();
        var slept = await Task.Run(() => Enumerable.Range(0, 10_000).Select(_ => world.UtcNow).ToList());
        Assert.Equal(looked, slept[0]);
        Assert.True(slept[^1] - looked > TimeSpan.FromHours(3));

        looked = world.LookAhead();
        Task somebodyElse;
        using (ExecutionContext.SuppressFlow())
        {
            somebodyElse = Task.Run(() => Enumerable.Range(0, 10_000).Select(_ => world.UtcNow).ToList());
        }

        await somebodyElse;
        Assert.Equal(looked, world.UtcNow);
        Assert.True(world.UtcNow > looked);
    }

    private static Dictionary<string, int> Versions(int version) => new() { ["orders"] = version };

    private static RequestedCall Call(string token) =>
        new() { Operation = "UpdateConnectorRegistration", ConnectorLabel = "orders", CanSucceed = true, ClientToken = token, Succeeded = true };

    private void Apply(string token) =>
        _books.OnApplied(new LedgerEntry { Operation = "UpdateConnectorRegistration", ClientToken = token, Outcome = LedgerOutcome.Applied });
}
