namespace AppFlow.Fluent.Benchmarks.Charts;

/// <summary>A group of bars that share a scale.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="Bars">The bars, from above.</param>
/// <param name="Budget">Where the budget's line stands, or null.</param>
/// <param name="BudgetText">What is written at the line.</param>
internal sealed record BarPanel(string Title, IReadOnlyList<Bar> Bars, double? Budget = null, string BudgetText = "");
