using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Bodies;

/// <summary>The time in our rules for a method, and for one with twice as many sends.</summary>
/// <param name="Title">The form of the sends.</param>
/// <param name="Sends">How many the smaller method has.</param>
/// <param name="Milliseconds">For the smaller method.</param>
/// <param name="DoubleMilliseconds">For the larger method.</param>
/// <param name="Growth">The larger one's to the smaller one's in the same round.</param>
internal sealed record BodySeries(string Title, int Sends, Spread Milliseconds, Spread DoubleMilliseconds, Spread Growth);
