namespace AppFlow.Fluent.Benchmarks.FSharpChecks;

/// <summary>The builds of one round: without the checker, with it, and again with nothing changed.</summary>
internal sealed record FSharpRound(FSharpBuild Alone, FSharpBuild Checked, FSharpBuild Unchanged)
{
    public ProcessCost Compiler => Checked.Compiler ?? throw new InvalidOperationException($"The compiler did not run:\n{Checked.Log}");

    public ProcessCost Checker => Checked.Checker ?? throw new InvalidOperationException($"The checker did not run:\n{Checked.Log}");
}
