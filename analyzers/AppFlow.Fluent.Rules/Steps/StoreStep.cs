using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>A field, a property or an element gets a value. A request that is stored leaves the body: that is an <see cref="EscapeStep"/> of its own.</summary>
/// <param name="target">The memory, as an application of <see cref="FunctionKind.Member"/> or <see cref="FunctionKind.Element"/>.</param>
/// <param name="value">What it gets.</param>
internal sealed class StoreStep(Apply target, Term value) : Step
{
    public Apply Target { get; } = target;

    public Term Value { get; } = value;

    /// <inheritdoc/>
    public override bool MayThrow => true;

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [.. Target.Operands, Value];

    /// <inheritdoc/>
    public override string ToString() => $"{Target} = {Value}";
}
