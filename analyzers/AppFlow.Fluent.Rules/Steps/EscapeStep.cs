using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A request leaves the body: returned, stored, put in a collection, passed to a method or a delegate. Other code may send it; a mutable
/// one is unknown from then on. Printing, logging, comparing, asserting and serialising are not an escape and have no step.
/// </summary>
/// <param name="request">The request.</param>
internal sealed class EscapeStep(Term request) : Step
{
    public Term Request { get; } = request;

    /// <summary>Whether the receiver may change it.</summary>
    public bool MayChange { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [Request];

    /// <inheritdoc/>
    public override string ToString() => $"escape {Request}";
}
