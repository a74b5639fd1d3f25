namespace AppFlow.Fluent.Benchmarks.Charts;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">How long it is.</param>
/// <param name="Text">What is written behind it.</param>
/// <param name="IsOurs">Whether it is the one that the picture is about.</param>
internal sealed record Bar(string Label, double Value, string Text, bool IsOurs);
