using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>A function with available code: a lambda, a local function.</summary>
/// <param name="operation">The lambda or the local function.</param>
/// <param name="symbol">Its symbol.</param>
/// <param name="receiver">The value of <c>this</c> in it.</param>
internal sealed class Callable(IOperation operation, IMethodSymbol symbol, Term receiver)
{
    public IOperation Operation { get; } = operation;

    public IMethodSymbol Symbol { get; } = symbol;

    public Term Receiver { get; } = receiver;
}
