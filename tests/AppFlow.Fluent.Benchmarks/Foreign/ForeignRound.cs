using System.Collections.Immutable;
using AppFlow.Fluent.Benchmarks.Compilations;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Benchmarks.Foreign;

/// <summary>A project compiled once without and once with our analyzers, one after the other, on one thread.</summary>
/// <param name="Compile">The compiler's run without analyzers.</param>
/// <param name="Errors">What the compiler says is wrong with the code. Where there is any, it emits nothing and takes less time.</param>
/// <param name="Rules">How long each of our analyzers ran, in seconds, by the names of its rules, as the compiler counts it.</param>
/// <param name="Findings">What they report.</param>
/// <param name="Crashes">What they throw.</param>
internal sealed record ForeignRound(
    BuildMeasurement Compile, int Errors, ImmutableDictionary<string, double> Rules, ImmutableArray<Diagnostic> Findings, IReadOnlyList<string> Crashes)
{
    public double RuleSeconds => Rules.Values.Sum();

    public static async Task<ForeignRound> RunAsync(ForeignProject project, CancellationToken cancellationToken)
    {
        var clock = BuildClock.Start();
        using var output = new MemoryStream();
        var emitted = project.Parse(AnalyzerSet.None.Configured).Emit(output, cancellationToken: cancellationToken);
        var compile = clock.Stop();

        var crashes = new List<string>();
        var analysis = Build.Analysis(
            project.Parse(AnalyzerSet.Ours.SeveritiesOfBuild()),
            AnalyzerSet.Ours.Create(),
            concurrent: false,
            (exception, analyzer, at) =>
            {
                lock (crashes)
                {
                    crashes.Add($"{analyzer.GetType().Name}: {exception} {at}");
                }
            });

        // The compiler resolves references in any case: the rule that asks first must not pay for it.
        _ = analysis.Compilation.SourceModule.ReferencedAssemblySymbols;
        var result = await analysis.GetAnalysisResultAsync(cancellationToken);
        return new ForeignRound(
            compile,
            emitted.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            Build.TimeOfRules(result),
            [.. result.GetAllDiagnostics().OrderBy(finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan)],
            crashes);
    }
}
