using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A request leaves the body: returned, stored, put in a collection, handed to a method or a delegate. Somebody else may send it; one that can be changed
/// in place is unknown from then on. Printing, logging, comparing, asserting and serialising are no escape, and no step.
/// </summary>
/// <param name="request">The request.</param>
internal sealed class EscapeStep(Term request) : Step
{
    public Term Request { get; } = request;

    /// <summary>Whether who gets it may change it.</summary>
    public bool MayChange { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [Request];

    /// <inheritdoc/>
    public override string ToString() => $"escape {Request}";
}
