namespace AppFlow.Fluent.Rules.Terms;

/// <summary>
/// The operations on whole numbers that are computed if both operands are constants; each is the symbol of a pure function.
/// </summary>
internal enum Arithmetic
{
    Add,
    Subtract,
    And,
    Or,
}
