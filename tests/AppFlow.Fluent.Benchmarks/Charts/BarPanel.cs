namespace AppFlow.Fluent.Benchmarks.Charts;

/// <summary>A group of bars that share a scale.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="Bars">The bars, from top to bottom.</param>
/// <param name="Budget">The position of the budget's line, or null.</param>
/// <param name="BudgetText">The text of the line.</param>
internal sealed record BarPanel(string Title, IReadOnlyList<Bar> Bars, double? Budget = null, string BudgetText = "");
