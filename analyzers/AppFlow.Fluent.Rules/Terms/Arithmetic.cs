namespace AppFlow.Fluent.Rules.Terms;

/// <summary>The operations on whole numbers that are computed where both sides are constants; each is the symbol of a pure function.</summary>
internal enum Arithmetic
{
    Add,
    Subtract,
    And,
    Or,
}
