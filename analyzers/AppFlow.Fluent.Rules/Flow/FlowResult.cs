using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>What the analysis of a body found out; the judges of the rules read it.</summary>
internal sealed class FlowResult
{
    /// <summary>The sends that are reached, in the order in which they were first.</summary>
    public Dictionary<SendStep, SendFacts> Sends { get; } = [];

    /// <summary>The places that give a token or an operation id to a request that leaves the body, by the place.</summary>
    public Dictionary<object, PlaceFacts> Places { get; } = [];

    /// <summary>The sites whose value is kept somewhere: printed, stored, returned.</summary>
    public HashSet<Site> Kept { get; } = [];

    /// <summary>How many paths were followed through a block; a measure of the work that does not depend on the machine.</summary>
    public int Visited { get; set; }

    /// <summary>How many things those paths knew, summed up: what a visit costs grows with them.</summary>
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
