using AppFlow.Fluent.Analyzers.RequiredFields;
using AppFlow.Fluent.Analyzers.Tokens;
using AppFlow.Fluent.Benchmarks.Compilations;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Benchmarks.Guards;

/// <summary>What the analyzer does to a project of 100 files with 200 sends, counted.</summary>
internal static class AnalysisGuards
{
    private const int Files = 100;

    public static async Task<IReadOnlyList<Guard>> AllAsync(CancellationToken cancellationToken)
    {
        var project = new SampleProject(Files);
        var analyzers = AnalyzerSet.Ours.Create();
        var tokens = analyzers.OfType<ClientTokenAnalyzer>().Single();
        var compilation = project.Parse(AnalyzerSet.Ours.Configured, concurrent: true);
        await Build.Analysis(compilation, analyzers, concurrent: true).GetAnalyzerDiagnosticsAsync(cancellationToken);

        var ofBuild = tokens.TreesRead;
        var edits = await EditSession.RunAsync(project, AnalyzerSet.Ours, EditKind.Token, unmeasured: 0, edits: 10, cancellationToken);
        return
        [
            new Guard($"trees that a build of {Files} files reads for the token index", ofBuild, compilation.SyntaxTrees.Length),
            new Guard("trees that an edit of a token reads", edits.Max(edit => edit.TreesRead), 1),
            new Guard($"graphs that a build of {Files} files with {2 * Files} sends asks for", Graphs(analyzers), 24),
            new Guard("trees read and graphs asked for in a project without the library", await StrangerAsync(cancellationToken), 0),
        ];
    }

    private static async Task<int> StrangerAsync(CancellationToken cancellationToken)
    {
        var analyzers = AnalyzerSet.Ours.Create();
        var compilation = new SampleProject(Files, referencesLibrary: false).Parse(AnalyzerSet.Ours.Configured, concurrent: true);
        await Build.Analysis(compilation, analyzers, concurrent: true).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return analyzers.OfType<ClientTokenAnalyzer>().Single().TreesRead + Graphs(analyzers);
    }

    private static int Graphs(IEnumerable<DiagnosticAnalyzer> analyzers) => analyzers.Sum(analyzer => analyzer switch
    {
        ClientTokenAnalyzer tokens => tokens.Graphs.Asked,
        RetryTokenAnalyzer retries => retries.Graphs.Asked,
        RequiredFieldsAnalyzer fields => fields.Graphs.Asked,
        _ => 0,
    });
}
