namespace AppFlow.Fluent.FSharp.Checker

open System
open System.IO

/// The build's settings for a project, read from the file that the MSBuild target writes: a line `name=value` for each value.
type internal Settings =
    {
        /// The project's file.
        Project: string
        /// The assembly that the compiler has just written.
        Assembly: string
        /// The file for the lines to print.
        Output: string
        /// Sources, in compilation order.
        Sources: string list
        References: string list
        /// Options of the compiler that change the meaning of the sources.
        Options: string list
        /// <c>.editorconfig</c> and <c>.globalconfig</c> files.
        Configs: string list
        TreatWarningsAsErrors: bool
        WarningsAsErrors: Set<string>
        WarningsNotAsErrors: Set<string>
        NoWarn: Set<string>
    }

module internal Settings =
    /// Names of rules may have any case and be in quotes. Semicolons, commas or blanks separate them.
    let ids (values: string list) =
        values
        |> Seq.collect _.Split([| ';'; ','; ' '; '\t'; '\r'; '\n'; '"' |], StringSplitOptions.RemoveEmptyEntries)
        |> Seq.map _.ToUpperInvariant()
        |> Set.ofSeq

    /// The words of a command line. Blanks outside of quotes separate them; the quotes are removed.
    let words (text: string) =
        let word = Text.StringBuilder()
        let found = ResizeArray<string>()
        let mutable quoted = false
        let mutable any = false

        let finish () =
            if any then
                found.Add(word.ToString())
                word.Clear() |> ignore
                any <- false

        for character in text do
            if character = '"' then
                quoted <- not quoted
                any <- true
            elif Char.IsWhiteSpace character && not quoted then
                finish ()
            else
                word.Append character |> ignore
                any <- true

        finish ()
        List.ofSeq found

    let read (path: string) =
        let values =
            File.ReadLines path
            |> Seq.choose (fun line ->
                match line.IndexOf '=' with
                | -1 -> None
                | at -> Some(line.Substring(0, at), line.Substring(at + 1).Trim()))
            |> Seq.filter (fun (_, value) -> value <> "")
            |> Seq.groupBy fst
            |> Seq.map (fun (name, group) -> name, group |> Seq.map snd |> List.ofSeq)
            |> Map.ofSeq

        let all name = values |> Map.tryFind name |> Option.defaultValue []

        let one name =
            match all name with
            | [ value ] -> value
            | other -> invalidArg (nameof path) $"{path} has {other.Length} values of {name}, and must have one."

        let option name (write: string -> string) = all name |> List.map write

        let isTrue name =
            all name |> List.exists (fun value -> value.Equals("true", StringComparison.OrdinalIgnoreCase))

        {
            Project = one "project"
            Assembly = one "assembly"
            Output = one "output"
            Sources = all "source"
            References = all "reference"
            Options =
                [
                    "--noframework"
                    "--simpleresolution"
                    yield! option "langVersion" (fun version -> $"--langversion:{version}")
                    yield! option "disabledFeature" (fun feature -> $"--disableLanguageFeature:{feature}")
                    yield! option "targetProfile" (fun profile -> $"--targetprofile:{profile}")
                    yield! option "compilerTool" (fun tool -> $"--compilertool:{tool}")
                    for define in all "define" |> Seq.collect _.Split([| ';'; ',' |], StringSplitOptions.RemoveEmptyEntries) do
                        $"--define:{define.Trim()}"
                    match all "nullable" with
                    | [ "enable" ] -> "--checknulls+"
                    | [ "disable" ] -> "--checknulls-"
                    | _ -> ()
                    match all "outputType" with
                    | [ kind ] -> $"--target:{kind.ToLowerInvariant()}"
                    | _ -> "--target:library"
                    yield! all "otherFlags" |> List.collect words
                ]
            Configs = all "config"
            TreatWarningsAsErrors = isTrue "treatWarningsAsErrors"
            WarningsAsErrors = ids (all "warningsAsErrors")
            WarningsNotAsErrors = ids (all "warningsNotAsErrors")
            NoWarn = ids (all "noWarn")
        }
