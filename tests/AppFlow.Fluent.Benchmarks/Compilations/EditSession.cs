using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using AppFlow.Fluent.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>
/// A file that is edited while the IDE shows its diagnostics: the same analyzers see one compilation after the other, each with one tree
/// replaced, and report only for that tree.
/// </summary>
internal sealed class EditSession
{
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly ClientTokenAnalyzer? _tokens;
    private Compilation _compilation;
    private SyntaxTree _tree;

    private EditSession(SampleProject project, AnalyzerSet set)
    {
        _analyzers = set.Create();
        _tokens = _analyzers.OfType<ClientTokenAnalyzer>().SingleOrDefault();
        _compilation = project.Parse(set.Configured, concurrent: true);
        _tree = SampleProject.TreeToEdit(_compilation, project.Files);
    }

    /// <summary>Opens the file and types <paramref name="edits"/> times.</summary>
    public static async Task<IReadOnlyList<EditMeasurement>> RunAsync(
        SampleProject project, AnalyzerSet set, EditKind kind, int unmeasured, int edits, CancellationToken cancellationToken)
    {
        var session = await OpenAsync(project, set, cancellationToken);
        var measured = new List<EditMeasurement>();
        for (var i = -unmeasured; i < edits; i++)
        {
            var edit = await session.EditAsync(kind, i + unmeasured, cancellationToken);
            if (i >= 0)
            {
                measured.Add(edit);
            }
        }

        return measured;
    }

    /// <summary>Opens the file.</summary>
    public static async Task<EditSession> OpenAsync(SampleProject project, AnalyzerSet set, CancellationToken cancellationToken)
    {
        var session = new EditSession(project, set);
        await session.DiagnoseAsync(cancellationToken);
        return session;
    }

    /// <summary>Types once, and measures from the change of the text to the file's diagnostics.</summary>
    public async Task<EditMeasurement> EditAsync(EditKind kind, int number, CancellationToken cancellationToken)
    {
        var edited = Edited(kind, number);
        var read = _tokens?.TreesRead ?? 0;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();

        _compilation = _compilation.ReplaceSyntaxTree(_tree, edited);
        _tree = edited;
        await DiagnoseAsync(cancellationToken);

        var elapsed = watch.Elapsed.TotalMilliseconds;
        return new EditMeasurement(elapsed, GC.GetTotalAllocatedBytes(precise: true) - bytes, (_tokens?.TreesRead ?? 0) - read);
    }

    private async Task<int> DiagnoseAsync(CancellationToken cancellationToken)
    {
        if (_analyzers.IsEmpty)
        {
            return _compilation.GetSemanticModel(_tree).GetDiagnostics(cancellationToken: cancellationToken).Length;
        }

        var analysis = Build.Analysis(_compilation, _analyzers, concurrent: true, Build.Throw);
        var syntax = await analysis.GetAnalyzerSyntaxDiagnosticsAsync(_tree, cancellationToken);
        var semantic = await analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(_tree), null, cancellationToken);
        return syntax.Length + semantic.Length;
    }

    private SyntaxTree Edited(EditKind kind, int number)
    {
        var text = _tree.GetText();
        var source = text.ToString();
        var (before, after, reused) = kind switch
        {
            EditKind.Plain => ("var pages = ", ";", ""),
            EditKind.Token => ("WithClientToken(", ")", FluentSends.ReusedToken),
            _ => ("ClientRequestToken = ", " }", RawSends.ReusedToken),
        };
        var start = source.IndexOf(before, StringComparison.Ordinal) + before.Length;
        var end = source.IndexOf(after, start, StringComparison.Ordinal);
        var typed = kind == EditKind.Plain
            ? string.Create(CultureInfo.InvariantCulture, $"{number + 10}")
            : number % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"\"own-{number}\"") : reused;
        return _tree.WithChangedText(text.WithChanges(new TextChange(TextSpan.FromBounds(start, end), typed)));
    }
}
