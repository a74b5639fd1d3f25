namespace AppFlow.Fluent.FSharp.Checker

/// How a finding is printed.
[<RequireQualifiedAccess>]
type internal Level =
    /// Not at all.
    | Silent
    /// Only in the detailed log.
    | Info
    | Warning
    | Error

module internal Level =
    /// The level that <c>.editorconfig</c> names; none if the word has no meaning, or says that the rule's default level applies.
    let ofWord (word: string) =
        match word.Trim().ToLowerInvariant() with
        | "error" -> Some Level.Error
        | "warning" -> Some Level.Warning
        | "suggestion" -> Some Level.Info
        | "silent"
        | "refactoring"
        | "none" -> Some Level.Silent
        | _ -> None
