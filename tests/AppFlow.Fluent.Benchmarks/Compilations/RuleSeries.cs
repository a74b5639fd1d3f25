using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>How long one of our analyzers ran in builds of one project.</summary>
internal sealed record RuleSeries(string Rules, int Files, Spread Milliseconds);
