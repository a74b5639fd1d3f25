using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>A function that is being lowered: the body itself, or one that is run within it.</summary>
/// <param name="receiver">What <c>this</c> is in the function.</param>
internal sealed class Frame(Term receiver)
{
    /// <summary>The frame that the function is run from; null for the body itself.</summary>
    public Frame? Outer { get; init; }

    /// <summary>The function; null for the body itself.</summary>
    public IMethodSymbol? Function { get; init; }

    /// <summary>Where a return goes; null for the body itself, which it ends.</summary>
    public JumpTarget? Return { get; init; }

    /// <summary>What gets the result; null where nobody reads it.</summary>
    public Variable? Result { get; init; }

    /// <summary>The loop that a call of the function to itself goes round.</summary>
    public Loop? Recursion { get; set; }

    /// <summary>Where the function begins, for a call of it to itself.</summary>
    public JumpTarget? Start { get; set; }

    /// <summary>What <c>this</c> is in the function.</summary>
    public Term This { get; } = receiver;
}
