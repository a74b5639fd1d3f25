using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>A place where a variable gets a value.</summary>
/// <param name="kind">How it gets it.</param>
/// <param name="operation">The operation that writes.</param>
/// <param name="value">What the value is made of; null when that cannot be told.</param>
/// <param name="function">The lambda or local function that the place is in; null for the body itself.</param>
internal sealed class Write(WriteKind kind, IOperation operation, IOperation? value, IMethodSymbol? function)
{
    public WriteKind Kind { get; } = kind;

    public IOperation Operation { get; } = operation;

    public IOperation? Value { get; } = value;

    public IMethodSymbol? Function { get; } = function;

    public SyntaxNode Syntax => Operation.Syntax;
}
