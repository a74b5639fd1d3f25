namespace AppFlow.Fluent.FSharp.Checker

/// How a finding is printed.
[<RequireQualifiedAccess>]
type internal Level =
    /// Not at all.
    | Silent
    /// For the detailed log alone.
    | Info
    | Warning
    | Error

module internal Level =
    /// What <c>.editorconfig</c> calls it; none where the word says nothing, or that the rule's own level holds.
    let ofWord (word: string) =
        match word.Trim().ToLowerInvariant() with
        | "error" -> Some Level.Error
        | "warning" -> Some Level.Warning
        | "suggestion" -> Some Level.Info
        | "silent"
        | "refactoring"
        | "none" -> Some Level.Silent
        | _ -> None
