namespace AppFlow.Fluent.Benchmarks.Charts;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Value">Its length.</param>
/// <param name="Text">The text after it.</param>
/// <param name="IsOurs">Whether it is our own.</param>
internal sealed record Bar(string Label, double Value, string Text, bool IsOurs);
