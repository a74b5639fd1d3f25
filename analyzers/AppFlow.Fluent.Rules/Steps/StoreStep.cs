using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>
/// A field, a property or an element gets a value. A request that is stored leaves the body, which is a separate <see cref="EscapeStep"/>.
/// </summary>
/// <param name="target">The memory, as an application of <see cref="FunctionKind.Member"/> or <see cref="FunctionKind.Element"/>.</param>
/// <param name="value">The value.</param>
internal sealed class StoreStep(Apply target, Term value) : Step
{
    public Apply Target { get; } = target;

    public Term Value { get; } = value;

    /// <summary>Whether the target is in a newly created object, so that no earlier read can refer to it.</summary>
    public bool IsOfNewObject { get; init; }

    /// <summary>
    /// Whether the target may be the memory that is read: the same member or indexer, or another query of the changed collection.
    /// </summary>
    /// <param name="read">The memory that is read.</param>
    /// <param name="target">The target, resolved in the same way.</param>
    public static bool MayWrite(Apply read, Apply target) => read.Function.Equals(target.Function)
        || (target.Function.Kind == FunctionKind.Element && read.Function.ReadsMemory && read.Operands.Count > 0 && target.Operands.Count > 0
            && read.Operands[0].Equals(target.Operands[0]))

        // A query of an object may depend on any of its members.
        || (read.Function.Kind == FunctionKind.Query && target.Function.Kind == FunctionKind.Member && target.Operands.Count > 0 && read.Operands.Contains(target.Operands[0]));

    /// <inheritdoc/>
    public override bool MayThrow => true;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [.. Target.Operands, Value];

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = {Value}";
}
