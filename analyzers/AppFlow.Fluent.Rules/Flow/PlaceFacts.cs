using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// A place that gives a token or an operation id, and the requests that left the body with that value: sent or passed on.
/// </summary>
/// <param name="set">The field that the place sets.</param>
internal sealed class PlaceFacts(FieldSet set)
{
    public FieldSet Set { get; } = set;

    /// <summary>The sends that it reached.</summary>
    public HashSet<SendStep> Sends { get; } = [];

    /// <summary>The requests that were sent with it, each in its state at the send, with the value from the place.</summary>
    public HashSet<(Term? Value, RequestState Request)> Requests { get; } = [];

    /// <summary>Whether a request left with it in another way: returned, stored, or passed to something that may send it.</summary>
    public bool IsForwarded { get; set; }
}
