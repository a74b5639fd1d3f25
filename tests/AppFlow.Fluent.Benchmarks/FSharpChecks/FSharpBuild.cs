namespace AppFlow.Fluent.Benchmarks.FSharpChecks;

/// <summary>One build of a generated project.</summary>
/// <param name="Seconds">The whole <c>dotnet build</c>.</param>
/// <param name="Compiler">The F# compiler's process; null if it did not run.</param>
/// <param name="Checker">The checker's process; null if it did not run.</param>
/// <param name="Log">What the build printed.</param>
internal sealed record FSharpBuild(double Seconds, ProcessCost? Compiler, ProcessCost? Checker, string Log);
