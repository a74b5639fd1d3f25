using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A call that is not a request's: everything that it may write becomes unknown. Its result, if it is read, is a site of kind
/// <see cref="SiteKind.Unknown"/> or <see cref="SiteKind.Item"/> whose <see cref="MakeStep"/> follows.
/// </summary>
internal sealed class CallStep : Step
{
    /// <summary>The objects that the call may change: its receiver and its arguments, if they are mutable.</summary>
    public IReadOnlyList<Term> MayChange { get; init; } = [];

    /// <summary>Whether it may write any field or property: a method of this compilation, a delegate.</summary>
    public bool MayWriteAnyMember { get; init; }

    /// <summary>The variables that it may write: those passed by reference and those captured by a delegate.</summary>
    public IReadOnlyList<Variable> Writes { get; init; } = [];

    /// <summary>The collection that certainly has an item after the call; null if there is none.</summary>
    public Term? Fills { get; init; }

    /// <inheritdoc/>
    public override bool MayThrow => true;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => MayChange;

    /// <inheritdoc/>
    public override string ToString() => $"call({string.Join(", ", MayChange)}){(MayWriteAnyMember ? " *" : "")}{(Writes.Count > 0 ? " writes " + string.Join(", ", Writes) : "")}";
}
