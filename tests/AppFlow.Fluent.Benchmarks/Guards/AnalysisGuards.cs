using AppFlow.Fluent.Analyzers.Rules;
using AppFlow.Fluent.Benchmarks.Compilations;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Benchmarks.Guards;

/// <summary>The analyzer's work in a project of 100 files with 200 sends, half of them raw requests, counted.</summary>
internal static class AnalysisGuards
{
    private const int Files = 100;

    public static async Task<IReadOnlyList<Guard>> AllAsync(CancellationToken cancellationToken)
    {
        var project = new SampleProject(Files);
        var analyzers = AnalyzerSet.Ours.Create();
        var tokens = analyzers.OfType<ClientTokenAnalyzer>().Single();
        var compilation = project.Parse(AnalyzerSet.Ours.Configured, concurrent: true);
        await Build.Analysis(compilation, analyzers, concurrent: true, Build.Throw).GetAnalyzerDiagnosticsAsync(cancellationToken);

        var ofBuild = tokens.TreesRead;
        var (bodies, searches) = await SearchesAsync(compilation, cancellationToken);
        return
        [
            new Guard($"trees that a build of {Files} files reads for the token index", ofBuild, compilation.SyntaxTrees.Length),
            new Guard("trees that an edit of a fluent request's token reads", await TreesReadAsync(project, EditKind.Token, cancellationToken), 1),
            new Guard("trees that an edit of a raw request's token reads", await TreesReadAsync(project, EditKind.RawToken, cancellationToken), 1),
            new Guard($"bodies that a build of {Files} files with {2 * Files} sends, half of them raw, analyses", tokens.Bodies?.Analysed ?? 0, Files / 2),
            new Guard($"searches through the {bodies} bodies of that build, for all rules together", searches, bodies),
            new Guard("trees read and bodies analysed in a project with neither the library nor the AWS SDK", await StrangerAsync(cancellationToken), 0),
        ];
    }

    // On one thread: two that are busy with different bodies may make each other search again.
    private static async Task<(int Bodies, int Searches)> SearchesAsync(Compilation compilation, CancellationToken cancellationToken)
    {
        var counter = new BodyCounter();
        var analyzers = AnalyzerSet.Ours.Create();
        await Build.Analysis(compilation, [counter, .. analyzers], concurrent: false, Build.Throw).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return (counter.Bodies, analyzers.OfType<ClientTokenAnalyzer>().Single().Bodies?.Looks.Made ?? 0);
    }

    private static async Task<int> TreesReadAsync(SampleProject project, EditKind kind, CancellationToken cancellationToken) =>
        (await EditSession.RunAsync(project, AnalyzerSet.Ours, kind, unmeasured: 0, edits: 10, cancellationToken)).Max(edit => edit.TreesRead);

    private static async Task<int> StrangerAsync(CancellationToken cancellationToken)
    {
        var analyzers = AnalyzerSet.Ours.Create();
        var compilation = new SampleProject(Files, referencesLibraries: false).Parse(AnalyzerSet.Ours.Configured, concurrent: true);
        await Build.Analysis(compilation, analyzers, concurrent: true, Build.Throw).GetAnalyzerDiagnosticsAsync(cancellationToken);
        var tokens = analyzers.OfType<ClientTokenAnalyzer>().Single();
        return tokens.TreesRead + (tokens.Bodies?.Analysed ?? 0);
    }
}
