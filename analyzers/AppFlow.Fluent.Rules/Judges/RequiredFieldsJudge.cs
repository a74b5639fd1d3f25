using AppFlow.Fluent.Rules.Flow;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Rules.Judges;

/// <summary>Judges AFF2001 and AFF2002: a required field that no path to a send sets, or that some path does not set.</summary>
internal static class RequiredFieldsJudge
{
    /// <summary>The sends that lack a required field, each once.</summary>
    public static IEnumerable<MissingFields> Judge(FlowResult flow)
    {
        foreach (var sends in flow.Sends.Values.Where(send => send.Step is { Place: not null, IsWrapper: false }).GroupBy(send => send.Step.Place!))
        {
            var states = sends.SelectMany(send => send.States).ToList();

            // The sent request may be of a class that derives from the parameter's; with several possible classes, none is judged.
            var shapes = states.Select(state => state.Request.Shape).Distinct().Take(2).ToList();
            if (shapes.Count != 1)
            {
                continue;
            }

            var shape = shapes[0];
            bool Decides(Step write) => sends.All(send => flow.Guards.Decides(write, send.Step));
            var missing = shape.Required.Where(field => IsMissing(field, states, Decides)).ToList();
            if (missing.Count > 0)
            {
                yield return new MissingFields(
                    sends.Key,
                    shape,
                    missing,
                    missing.Any(field => states.All(state => state.Request.Lacks(field))),
                    missing.Any(field => states.Any(state => !state.Request.Lacks(field))));
            }
        }
    }

    // A value merged with an unknown one is unknown.
    private static bool IsMissing(Field field, List<SendState> states, Func<Step, bool> decides)
    {
        if (states.Any(state => !state.Request.Lacks(field) && state.Request.IsUncertain(field)))
        {
            return false;
        }

        var with = states.Where(state => !state.Request.Lacks(field)).ToList();
        return states.Any(state => state.Request.Lacks(field) && !IsGuarded(state, with, decides));
    }

    // The branch without the field wrote something that a condition before the send reads, and a path that sets the field did not: the
    // condition guards the send. So does one that reads what only the paths with the field wrote, if the send depends on it.
    private static bool IsGuarded(SendState lacking, List<SendState> with, Func<Step, bool> decides) =>
        lacking.Asked.Keys.Any(write => with.Any(state => !state.Writes.Has(write)))
        || (with.Count > 0 && with.All(state => state.Asked.Keys.Any(write => !lacking.Writes.Has(write) && decides(write))));
}
