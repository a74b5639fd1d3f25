namespace AppFlow.Fluent.Rules.Terms;

/// <summary>
/// A local, a parameter or the receiver of a body. In a flow term it means the variable's value at the start of the body.
/// </summary>
/// <param name="symbol">Its identity in the front end; two variables are the same if these are equal.</param>
/// <param name="name">Its name, for messages.</param>
internal sealed class Variable(object symbol, string name) : Term
{
    public object Symbol { get; } = symbol;

    public string Name { get; } = name;

    /// <inheritdoc/>
    public override bool Equals(Term? other) => ReferenceEquals(this, other) || (other is Variable variable && Symbol.Equals(variable.Symbol));

    /// <inheritdoc/>
    public override int GetHashCode() => Symbol.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
