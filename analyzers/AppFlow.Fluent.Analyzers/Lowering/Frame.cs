using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>A function that is being lowered: the body itself, or one that is inlined into it.</summary>
/// <param name="receiver">The value of <c>this</c> in the function.</param>
internal sealed class Frame(Term receiver)
{
    /// <summary>The calling frame; null for the body itself.</summary>
    public Frame? Outer { get; init; }

    /// <summary>The function; null for the body itself.</summary>
    public IMethodSymbol? Function { get; init; }

    /// <summary>The target of a return; null for the body itself.</summary>
    public JumpTarget? Return { get; init; }

    /// <summary>The variable for the result; null if it is not read.</summary>
    public Variable? Result { get; init; }

    /// <summary>The loop of the function's recursive calls.</summary>
    public Loop? Recursion { get; set; }

    /// <summary>The start of the function, for recursive calls.</summary>
    public JumpTarget? Start { get; set; }

    /// <summary>The value of <c>this</c> in the function.</summary>
    public Term This { get; } = receiver;
}
