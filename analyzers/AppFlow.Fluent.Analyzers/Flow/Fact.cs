using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>How a condition came out, and where it was tested.</summary>
internal readonly struct Fact(bool outcome, SyntaxNode testedAt) : IEquatable<Fact>
{
    public bool Outcome { get; } = outcome;

    public SyntaxNode TestedAt { get; } = testedAt;

    public bool Equals(Fact other) => Outcome == other.Outcome && TestedAt == other.TestedAt;

    public override bool Equals(object? obj) => obj is Fact other && Equals(other);

    public override int GetHashCode() => Outcome.GetHashCode();
}
