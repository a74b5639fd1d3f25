using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Rules.Tests.Runs;

/// <summary>All runs of a body: one for each combination of coin tosses.</summary>
internal static class EveryRun
{
    private const int MaxRuns = 4_000;

    /// <summary>The sends of all runs, each with the fields that were set; null if there are too many runs.</summary>
    public static List<(SendStep Send, HashSet<Field> Set)>? Of(StepGraph graph)
    {
        var sent = new List<(SendStep Send, HashSet<Field> Set)>();
        var tosses = new List<bool>();
        for (var runs = 0; runs < MaxRuns; runs++)
        {
            var next = 0;
            sent.AddRange(ConcreteRun.Of(graph, () =>
            {
                if (next == tosses.Count)
                {
                    tosses.Add(false);
                }

                return tosses[next++];
            }));

            // The next run changes the last toss that can change.
            tosses.RemoveRange(next, tosses.Count - next);
            while (tosses.Count > 0 && tosses[^1])
            {
                tosses.RemoveAt(tosses.Count - 1);
            }

            if (tosses.Count == 0)
            {
                return sent;
            }

            tosses[^1] = true;
        }

        return null;
    }
}
