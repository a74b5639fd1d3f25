using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>A place that gives a token or an operation id, and the requests that left the body with what it gave: sent, or handed on.</summary>
/// <param name="set">What the place sets.</param>
internal sealed class PlaceFacts(FieldSet set)
{
    public FieldSet Set { get; } = set;

    /// <summary>The sends that it reached.</summary>
    public HashSet<SendStep> Sends { get; } = [];

    /// <summary>The requests that were sent with it, each as it was then, with the value that the place had given it.</summary>
    public HashSet<(Term? Value, RequestState Request)> Requests { get; } = [];

    /// <summary>Whether a request left with it in another way: returned, stored, handed to something that may send it.</summary>
    public bool IsHandedOn { get; set; }
}
