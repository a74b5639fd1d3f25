namespace AppFlow.Fluent.Rules.Terms;

/// <summary>A constant: null, a truth value, a text, a number, an enumeration's member.</summary>
/// <param name="value">The value; null is the null of every type.</param>
/// <param name="domain">For a member of an enumeration, the values of all its named members.</param>
internal sealed class Constant(object? value, IReadOnlyCollection<object>? domain = null) : Term
{
    public static readonly Constant Null = new(null);
    public static readonly Constant True = new(true);
    public static readonly Constant False = new(false);
    public static readonly Constant Zero = new(0);

    public object? Value { get; } = value;

    /// <summary>All named values of the type; null if any value is possible.</summary>
    public IReadOnlyCollection<object>? Domain { get; } = domain;

    public static Constant Of(bool value) => value ? True : False;

    /// <inheritdoc/>
    public override bool Equals(Term? other) => other is Constant constant && Equals(Value, constant.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    /// <inheritdoc/>
    public override string ToString() => Value switch
    {
        null => "null",
        string text => "\"" + text + "\"",
        _ => Value.ToString() ?? "",
    };
}
