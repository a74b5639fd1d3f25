namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>What a flow capture stands for: the expression in a condition, and the local when it is one to assign to.</summary>
internal sealed class CapturedExpression(Condition? condition, object? location) : IEquatable<CapturedExpression>
{
    public Condition? Condition { get; } = condition;

    public object? Location { get; } = location;

    public bool Equals(CapturedExpression? other) => other is not null && Equals(Condition, other.Condition) && Equals(Location, other.Location);

    public override bool Equals(object? obj) => Equals(obj as CapturedExpression);

    public override int GetHashCode() => Location?.GetHashCode() ?? Condition?.GetHashCode() ?? 0;
}
