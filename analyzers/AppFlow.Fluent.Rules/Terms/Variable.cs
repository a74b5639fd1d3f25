namespace AppFlow.Fluent.Rules.Terms;

/// <summary>
/// A local, a parameter or the receiver of a body. In a term of the flow it stands for the value that the variable had when the body began.
/// </summary>
/// <param name="symbol">What the front end knows it by; two variables are the same when these are equal.</param>
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
