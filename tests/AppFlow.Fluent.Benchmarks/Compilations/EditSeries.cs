using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>Edits of one file of a project, with one set of analyzers.</summary>
internal sealed record EditSeries(string Set, string Title, int Files, string Kind, Spread Milliseconds, double Kilobytes, int TreesRead)
{
    public static EditSeries Of(AnalyzerSet set, int files, EditKind kind, IReadOnlyList<EditMeasurement> edits) => new(
        set.Name,
        set.Title,
        files,
        kind.ToString(),
        Spread.Of(edits.Select(edit => edit.Milliseconds)),
        Spread.Of(edits.Select(edit => edit.Bytes / 1000.0)).Median,
        edits.Max(edit => edit.TreesRead));
}
