using Fleet.Rehearsing;

namespace AppFlow.Fluent.Fleet.Tests;

public sealed class KillPlanTests
{
    [Fact]
    public void Each_kill_comes_once_and_in_the_middle()
    {
        var plan = new KillPlan(seed: 7, kills: 12, targets: 2000, workers: 3);

        Assert.Empty(plan.Due(399));
        var kills = Enumerable.Range(0, 12).Select(_ => plan.Due(1600)).ToList();

        Assert.Equal(12, kills.Sum(due => due.Count));
        Assert.All(kills.SelectMany(due => due), worker => Assert.InRange(worker, 0, 2));
        Assert.Empty(plan.Due(2000));
    }

    [Fact]
    public void A_worker_s_successor_is_not_killed_in_the_same_moment()
    {
        var plan = new KillPlan(seed: 7, kills: 12, targets: 2000, workers: 1);

        Assert.All(Enumerable.Range(0, 12), _ => Assert.Equal([0], plan.Due(2000)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_kills()
    {
        int[][] Kills(int seed)
        {
            var plan = new KillPlan(seed, kills: 5, targets: 100, workers: 3);
            return [.. Enumerable.Range(0, 101).Select(ended => plan.Due(ended).ToArray())];
        }

        Assert.Equal(Kills(7), Kills(7));
        Assert.NotEqual(Kills(7), Kills(8));
    }
}
