using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>Builds a project once, in the phases of a compiler run.</summary>
/// <remarks>
/// On one thread, also without analyzers: with more threads than processors, the compiler's clock for a rule keeps running while the rule
/// waits for a processor.
/// </remarks>
internal static class Build
{
    /// <summary>What the compiler does without analyzers: parse and emit, which finds all of its own diagnostics.</summary>
    public static BuildMeasurement Compile(SampleProject project, CancellationToken cancellationToken)
    {
        var clock = BuildClock.Start();
        var compilation = project.Parse(AnalyzerSet.None.Configured, concurrent: false);
        using var output = new MemoryStream();
        var emitted = compilation.Emit(output, cancellationToken: cancellationToken);
        var measured = clock.Stop();
        Check(emitted.Diagnostics);
        return measured;
    }

    /// <summary>
    /// Parse and find all diagnostics, the compiler's and the analyzers'. Nothing is emitted: the difference between two sets is what
    /// the analyzers add to a compiler's run.
    /// </summary>
    public static async Task<BuildMeasurement> AnalyzeAsync(SampleProject project, AnalyzerSet set, CancellationToken cancellationToken)
    {
        var analyzers = set.Create();
        var severities = set.SeveritiesOfBuild();
        var clock = BuildClock.Start();
        var compilation = project.Parse(severities, concurrent: false);
        if (analyzers.IsEmpty)
        {
            var alone = compilation.GetDiagnostics(cancellationToken);
            var measured = clock.Stop();
            Check(alone);
            return measured;
        }

        var analysis = Analysis(compilation, analyzers, concurrent: false, Throw);
        var result = await analysis.GetAnalysisResultAsync(cancellationToken);
        var compilers = analysis.Compilation.GetDiagnostics(cancellationToken);
        var all = clock.Stop();
        var found = result.GetAllDiagnostics();
        Check([.. found, .. compilers]);
        return all with
        {
            Rules = TimeOfRules(result),
            Reported = found.Length,
        };
    }

    /// <summary>How long each analyzer ran, in seconds, by the names of its rules, as the compiler counts it.</summary>
    public static ImmutableDictionary<string, double> TimeOfRules(AnalysisResult result) => result.AnalyzerTelemetryInfo
        .GroupBy(pair => NameOf(pair.Key), pair => pair.Value.ExecutionTime.TotalSeconds)
        .ToImmutableDictionary(rule => rule.Key, rule => rule.Sum());

    public static CompilationWithAnalyzers Analysis(
        Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool concurrent, Action<Exception, DiagnosticAnalyzer, Diagnostic> thrown) => new(
        compilation,
        analyzers,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            thrown,
            concurrentAnalysis: concurrent,
            logAnalyzerExecutionTime: true,
            reportSuppressedDiagnostics: false));

    /// <summary>Fails the measurement: a rule that throws would falsify it.</summary>
    public static void Throw(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic at) =>
        throw new InvalidOperationException($"{analyzer.GetType().Name} threw.", exception);

    // A mistake in the generated code, or an analyzer that throws, would falsify the measurement.
    private static void Check(ImmutableArray<Diagnostic> diagnostics)
    {
        var faults = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == "AD0001").Take(5).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException("The generated project does not compile: " + string.Join('\n', faults));
        }
    }

    private static string NameOf(DiagnosticAnalyzer analyzer) => string.Join(", ", analyzer.SupportedDiagnostics.Select(rule => rule.Id).Distinct());
}
