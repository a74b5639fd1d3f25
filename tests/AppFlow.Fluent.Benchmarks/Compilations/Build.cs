using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>Builds a project once: parse, all diagnostics, emit; with analyzers or without.</summary>
internal static class Build
{
    public static async Task<BuildMeasurement> RunAsync(SampleProject project, AnalyzerSet set, CancellationToken cancellationToken)
    {
        var analyzers = set.Create();
        var severities = set.SeveritiesOfBuild();
        using var process = Process.GetCurrentProcess();
        GC.Collect();
        var cpu = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();

        Compilation compilation = project.Parse(severities);
        var rules = ImmutableDictionary<DiagnosticAnalyzer, TimeSpan>.Empty;
        ImmutableArray<Diagnostic> diagnostics;
        if (analyzers.IsEmpty)
        {
            diagnostics = compilation.GetDiagnostics(cancellationToken);
        }
        else
        {
            var analysis = Analysis(compilation, analyzers);
            var result = await analysis.GetAnalysisResultAsync(cancellationToken);
            diagnostics = [.. result.GetAllDiagnostics(), .. analysis.Compilation.GetDiagnostics(cancellationToken)];
            rules = result.AnalyzerTelemetryInfo.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ExecutionTime);
            compilation = analysis.Compilation;
        }

        using var output = new MemoryStream();
        var emitted = compilation.Emit(output, cancellationToken: cancellationToken);

        var seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        Check(emitted.Success, diagnostics);
        return new BuildMeasurement(
            seconds,
            (process.TotalProcessorTime - cpu).TotalSeconds,
            rules.GroupBy(rule => NameOf(rule.Key), rule => rule.Value.TotalSeconds).ToImmutableDictionary(rule => rule.Key, rule => rule.Sum()),
            diagnostics.Count(diagnostic => analyzers.Any(analyzer => analyzer.SupportedDiagnostics.Contains(diagnostic.Descriptor))));
    }

    public static CompilationWithAnalyzers Analysis(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) => new(
        compilation,
        analyzers,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer.GetType().Name} threw.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: true,
            reportSuppressedDiagnostics: false));

    // A mistake in the generated code, or an analyzer that throws, would be measured as something else.
    private static void Check(bool emitted, ImmutableArray<Diagnostic> diagnostics)
    {
        if (!emitted || diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == "AD0001"))
        {
            throw new InvalidOperationException(
                "The generated project does not compile: " + string.Join('\n', diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        }
    }

    private static string NameOf(DiagnosticAnalyzer analyzer) => string.Join(", ", analyzer.SupportedDiagnostics.Select(rule => rule.Id).Distinct());
}
