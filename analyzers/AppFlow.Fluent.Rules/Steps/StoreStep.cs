using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>A field, a property or an element gets a value. A request that is stored leaves the body: that is an <see cref="EscapeStep"/> of its own.</summary>
/// <param name="target">The memory, as an application of <see cref="FunctionKind.Member"/> or <see cref="FunctionKind.Element"/>.</param>
/// <param name="value">What it gets.</param>
internal sealed class StoreStep(Apply target, Term value) : Step
{
    public Apply Target { get; } = target;

    public Term Value { get; } = value;

    /// <summary>Whether the target is in an object that was just made: nothing that was read before can have been in it.</summary>
    public bool IsOfNewObject { get; init; }

    /// <summary>Whether the memory that the target is in may be what is read: by the same member or indexer, or as another answer of the collection that gets an element.</summary>
    /// <param name="read">What is read.</param>
    /// <param name="target">The target, resolved as what is read is.</param>
    public static bool MayWrite(Apply read, Apply target) => read.Function.Equals(target.Function)
        || (target.Function.Kind == FunctionKind.Element && read.Function.ReadsMemory && read.Operands.Count > 0 && target.Operands.Count > 0
            && read.Operands[0].Equals(target.Operands[0]))

        // What is asked of an object may depend on any member of it.
        || (read.Function.Kind == FunctionKind.Query && target.Function.Kind == FunctionKind.Member && target.Operands.Count > 0 && read.Operands.Contains(target.Operands[0]));

    /// <inheritdoc/>
    public override bool MayThrow => true;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [.. Target.Operands, Value];

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = {Value}";
}
