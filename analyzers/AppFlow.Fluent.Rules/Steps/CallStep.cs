using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A call of something that is not a request's: what it may write is forgotten. Its result, where anybody reads it, is a site of kind
/// <see cref="SiteKind.Unknown"/> or <see cref="SiteKind.Item"/> whose <see cref="MakeStep"/> follows.
/// </summary>
internal sealed class CallStep : Step
{
    /// <summary>The objects that the call may change: its receiver and its arguments, as far as they can be changed.</summary>
    public IReadOnlyList<Term> MayChange { get; init; } = [];

    /// <summary>Whether it may write any field or property: a method of this compilation, a delegate.</summary>
    public bool MayWriteAnyMember { get; init; }

    /// <summary>The variables that it may write: those given by reference, those that a delegate has captured.</summary>
    public IReadOnlyList<Variable> Writes { get; init; } = [];

    /// <summary>The collection that has an item after the call, for sure; null where there is none.</summary>
    public Term? Fills { get; init; }

    /// <inheritdoc/>
    public override bool MayThrow => true;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => MayChange;

    /// <inheritdoc/>
    public override string ToString() => $"call({string.Join(", ", MayChange)}){(MayWriteAnyMember ? " *" : "")}{(Writes.Count > 0 ? " writes " + string.Join(", ", Writes) : "")}";
}
