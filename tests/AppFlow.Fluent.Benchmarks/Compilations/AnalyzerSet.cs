using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>Analyzers that run together.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="Title">Its name in a table.</param>
/// <param name="Create">Creates new instances without cached data.</param>
/// <param name="Configured">The severities that the .NET SDK or the project sets.</param>
internal sealed record AnalyzerSet(
    string Name,
    string Title,
    Func<ImmutableArray<DiagnosticAnalyzer>> Create,
    ImmutableDictionary<string, ReportDiagnostic> Configured)
{
    private static readonly ImmutableDictionary<string, ReportDiagnostic> NotConfigured = ImmutableDictionary<string, ReportDiagnostic>.Empty;

    public static AnalyzerSet None { get; } = new("none", "the compiler alone", () => [], NotConfigured);

    public static AnalyzerSet Idle { get; } = new("idle", "an analyzer that looks at nothing", () => [new IdleAnalyzer()], NotConfigured);

    public static AnalyzerSet Ours { get; } = new("ours", "AppFlow.Fluent", CreateOurs, NotConfigured);

    public static AnalyzerSet AwsSdk { get; } = new("aws", "AWSSDK.S3's analyzer", () => PeerAnalyzers.In("AwsSdk"), NotConfigured);

    public static AnalyzerSet Sdk { get; } = new("net", ".NET analyzers, as a new project has them", () => PeerAnalyzers.In("Sdk"), PeerAnalyzers.Configuration());

    /// <summary>The analyzers of a build: the compiler's command line omits those whose diagnostics it would not print.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> SeveritiesOfBuild()
    {
        var severities = Configured.ToBuilder();
        foreach (var rule in Create().SelectMany(analyzer => analyzer.SupportedDiagnostics))
        {
            // All of ours run, to measure each: a build would omit AFF4003.
            if (!rule.Id.StartsWith("AFF", StringComparison.Ordinal) && !IsPrinted(rule))
            {
                severities[rule.Id] = ReportDiagnostic.Suppress;
            }
        }

        return severities.ToImmutable();
    }

    private bool IsPrinted(DiagnosticDescriptor rule) => Configured.TryGetValue(rule.Id, out var configured)
        ? configured is ReportDiagnostic.Warn or ReportDiagnostic.Error
        : rule is { IsEnabledByDefault: true, DefaultSeverity: DiagnosticSeverity.Warning or DiagnosticSeverity.Error };

    private static ImmutableArray<DiagnosticAnalyzer> CreateOurs() =>
    [
        .. typeof(ClientTokenAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
