namespace AppFlow.Fluent.FSharp.Checker

open System
open System.IO
open System.Text
open System.Text.RegularExpressions
open AppFlow.Fluent.FSharp.Analyzers

/// Writes the lines that the build prints, in the format of the compiler's own diagnostics.
module internal Lines =
    // Editors and loggers expect one line for each diagnostic.
    let private oneLine (text: string) = Regex.Replace(text, @"\s+", " ").Trim()

    let private wordOf level =
        match level with
        | Level.Silent -> None
        | Level.Info -> Some "info"
        | Level.Warning -> Some "warning"
        | Level.Error -> Some "error"

    /// A finding's line; none if nothing is to be printed.
    let ofFinding (level: Level) (finding: Finding) =
        wordOf level
        |> Option.map (fun word ->
            let range = finding.Range
            $"{range.FileName}({range.StartLine},{range.StartColumn + 1}): {word} {finding.Id}: {oneLine finding.Message}")

    /// The line that reports a failure of the checker itself.
    let ofFailure (project: string) (log: string) (failure: exn) =
        $"{project}: warning AFF0002: The F# checker failed, so that nothing is said of this project's requests ({failure.GetType().Name}: {oneLine failure.Message}). "
        + $"The program is built all the same. Report it with {log}; <AppFlowFluentAnalyze>false</AppFlowFluentAnalyze> in the project turns the checker off."

    /// Replaces the file as a whole, because another build may be reading it.
    let write (path: string) (lines: string seq) =
        let unfinished = $"{path}.{Guid.NewGuid():N}"
        File.WriteAllLines(unfinished, lines, UTF8Encoding false)
        File.Move(unfinished, path, overwrite = true)
