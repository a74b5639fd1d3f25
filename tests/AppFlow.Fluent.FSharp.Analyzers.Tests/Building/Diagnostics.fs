namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Building

open System.IO
open System.Text.RegularExpressions

/// One of our diagnostics as a log contains it.
type Diagnostic =
    {
        File: string
        Line: int
        Column: int
        Kind: string
        Id: string
        Message: string
    }

module Diagnostics =
    let private form =
        Regex(@"^\s*(?:\d+>)?(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): (?<kind>error|warning|info) (?<id>AFF\d{4}): (?<text>.*?)(?: \[[^\[\]]+\])?\r?$", RegexOptions.Multiline)

    /// The diagnostics of a log, or of the checker's lines, without repetitions: a build repeats them at its end.
    let read (log: string) =
        form.Matches log
        |> Seq.map (fun found ->
            {
                File = string (Path.GetFileName found.Groups["file"].Value)
                Line = int found.Groups["line"].Value
                Column = int found.Groups["column"].Value
                Kind = found.Groups["kind"].Value
                Id = found.Groups["id"].Value
                Message = found.Groups["text"].Value
            })
        |> Seq.distinct
        |> List.ofSeq

    /// Their kinds and ids, as in "warning AFF1001".
    let kinds (log: string) = read log |> List.map (fun diagnostic -> $"{diagnostic.Kind} {diagnostic.Id}") |> List.sort
