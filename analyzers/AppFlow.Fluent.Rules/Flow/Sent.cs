using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>An earlier send on a path: the request and its outcome.</summary>
/// <param name="step">The send.</param>
/// <param name="request">The request in its state at the send.</param>
/// <param name="client">The client; null for the default one.</param>
internal sealed class Sent(SendStep step, RequestState request, Term? client) : IEquatable<Sent>
{
    public SendStep Step { get; } = step;

    public RequestState Request { get; } = request;

    public Term? Client { get; } = client;

    public Outcome Outcome { get; init; }

    /// <summary>For a failed send: its possible failure classes.</summary>
    public ulong Classes { get; init; } = step.Failures.All;

    /// <summary>For a failed send: what its handler does about it.</summary>
    public Handling Handling { get; init; }

    /// <summary>The outermost loop that has repeated since; null if none has.</summary>
    public Loop? Through { get; init; }

    public Sent With(Outcome outcome) =>
        new(Step, Request, Client) { Outcome = outcome, Classes = Classes, Handling = Handling, Through = Through };

    public Sent With(ulong classes) =>
        new(Step, Request, Client) { Outcome = Outcome, Classes = classes, Handling = Handling, Through = Through };

    // A call that is continued on a path stays so, whatever else looks at its failure.
    public Sent With(Handling handling) =>
        new(Step, Request, Client) { Outcome = Outcome, Classes = Classes, Handling = handling > Handling ? handling : Handling, Through = Through };

    // The inner of two loops may repeat after the outer one without a send in between, if something failed before the send.
    public Sent AfterRound(Loop loop) => Through?.IsAround(loop) == true
        ? this
        : new Sent(Step, Request, Client) { Outcome = Outcome, Classes = Classes, Handling = Handling, Through = loop };

    public Sent Map(Func<Term, Term> change)
    {
        var request = Request.Map(change);
        var client = Client is null ? null : change(Client);
        return ReferenceEquals(request, Request) && ReferenceEquals(client, Client)
            ? this
            : new Sent(Step, request, client) { Outcome = Outcome, Classes = Classes, Handling = Handling, Through = Through };
    }

    /// <inheritdoc/>
    public bool Equals(Sent? other) =>
        other is not null
        && other.Step == Step
        && other.Outcome == Outcome
        && other.Classes == Classes
        && other.Handling == Handling
        && other.Through == Through
        && other.Request.Equals(Request)
        && Equals(other.Client, Client);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sent);

    /// <inheritdoc/>
    public override int GetHashCode() => Step.GetHashCode() ^ Request.GetHashCode() ^ (int)Outcome;
}
