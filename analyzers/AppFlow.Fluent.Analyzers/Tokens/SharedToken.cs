using AppFlow.Fluent.Analyzers.Loops;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>A token that is sent with different requests: its expression, and either the repetition or the other place.</summary>
internal sealed class SharedToken
{
    public SharedToken(IOperation place, Repetition repetition)
    {
        Place = place;
        Repetition = repetition;
    }

    public SharedToken(IOperation place, SyntaxNode other)
    {
        Place = place;
        Other = other;
    }

    /// <summary>The expression to report: the whole token, or one arm of it when the token is a choice of hard-coded ones.</summary>
    public IOperation Place { get; }

    /// <summary>The loop or lambda whose requests change; null when the token is shared by two places.</summary>
    public Repetition? Repetition { get; }

    /// <summary>The other place: the first one's token, or the second send when one expression serves both.</summary>
    public SyntaxNode? Other { get; }
}
