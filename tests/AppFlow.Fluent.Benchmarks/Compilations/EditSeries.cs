using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>Edits of one file of a project, with one set of analyzers.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Title">Its name in a table.</param>
/// <param name="Files">How many files the project has.</param>
/// <param name="Kind">What was typed.</param>
/// <param name="Milliseconds">From the new text to the file's diagnostics.</param>
/// <param name="BeyondIdle">The part of that beyond an analyzer that does nothing, in the same round.</param>
/// <param name="Kilobytes">What an edit allocates.</param>
/// <param name="TreesRead">How many trees an edit reads for the token index, at most.</param>
internal sealed record EditSeries(
    string Set,
    string Title,
    int Files,
    string Kind,
    Spread Milliseconds,
    Spread BeyondIdle,
    double Kilobytes,
    int TreesRead)
{
    public static EditSeries Of(AnalyzerSet set, int files, EditKind kind, IReadOnlyList<EditMeasurement> edits, IReadOnlyList<EditMeasurement> idle) => new(
        set.Name,
        set.Title,
        files,
        kind.ToString(),
        Spread.Of(edits.Select(edit => edit.Milliseconds)),
        Spread.Of(edits.Zip(idle, (edit, beside) => edit.Milliseconds - beside.Milliseconds)),
        Spread.Of(edits.Select(edit => edit.Bytes / 1000.0)).Median,
        edits.Max(edit => edit.TreesRead));
}
