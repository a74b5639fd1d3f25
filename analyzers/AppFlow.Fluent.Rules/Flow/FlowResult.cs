using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>The result of the analysis of a body, for the judges of the rules.</summary>
/// <param name="guards">The conditions of the body.</param>
internal sealed class FlowResult(Guards guards)
{
    /// <summary>Which conditions decide whether a send is reached.</summary>
    public Guards Guards { get; } = guards;

    /// <summary>The reached sends, in the order in which they were first reached.</summary>
    public Dictionary<SendStep, SendFacts> Sends { get; } = [];

    /// <summary>The places that give a token or an operation id to a request that leaves the body, by the place.</summary>
    public Dictionary<object, PlaceFacts> Places { get; } = [];

    /// <summary>The sites whose value is used elsewhere: printed, stored, returned.</summary>
    public HashSet<Site> Kept { get; } = [];

    /// <summary>The number of paths followed through a block; a machine-independent measure of the work.</summary>
    public int Visited { get; set; }

    /// <summary>The total size of the states of those paths, which determines the cost of a visit.</summary>
    public long Work { get; set; }

    internal SendFacts Of(SendStep step)
    {
        if (!Sends.TryGetValue(step, out var facts))
        {
            Sends.Add(step, facts = new SendFacts(step));
        }

        return facts;
    }

    internal PlaceFacts? PlaceOf(FieldValue? choice)
    {
        if (choice?.Source is not { Place: { } place } set)
        {
            return null;
        }

        if (!Places.TryGetValue(place, out var facts))
        {
            Places.Add(place, facts = new PlaceFacts(set));
        }

        return facts;
    }
}
