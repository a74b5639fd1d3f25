using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>Third-party analyzers, loaded as the compiler loads them.</summary>
internal static class PeerAnalyzers
{
    private const string Severity = ".severity";
    private const string Rule = "dotnet_diagnostic.";

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Peers");

    /// <summary>New instances of those that the build has copied into a folder next to this program.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> In(string folder)
    {
        var loader = new Loader();
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.dll")
                .Order(StringComparer.Ordinal)
                .SelectMany(path => new AnalyzerFileReference(path, loader).GetAnalyzers(LanguageNames.CSharp)),
        ];
    }

    /// <summary>The default severities of the .NET SDK's analyzers.</summary>
    public static ImmutableDictionary<string, ReportDiagnostic> Configuration()
    {
        var severities = ImmutableDictionary.CreateBuilder<string, ReportDiagnostic>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "Sdk", "analysislevel_10_default.globalconfig")))
        {
            if (line.StartsWith(Rule, StringComparison.Ordinal) && line.Split('=', StringSplitOptions.TrimEntries) is [var key, var level])
            {
                severities[key[Rule.Length..^Severity.Length]] = level switch
                {
                    "none" => ReportDiagnostic.Suppress,
                    "silent" => ReportDiagnostic.Hidden,
                    "suggestion" => ReportDiagnostic.Info,
                    "error" => ReportDiagnostic.Error,
                    _ => ReportDiagnostic.Warn,
                };
            }
        }

        return severities.ToImmutable();
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
