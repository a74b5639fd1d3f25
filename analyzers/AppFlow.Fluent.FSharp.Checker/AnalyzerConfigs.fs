namespace AppFlow.Fluent.FSharp.Checker

open System
open System.Collections.Generic
open System.Collections.Immutable
open System.IO
open Microsoft.CodeAnalysis

/// The project's <c>.editorconfig</c> and <c>.globalconfig</c> files, read by Roslyn, so that sections, globs, <c>root</c>, levels and ties work as in C#.
type internal AnalyzerConfigs(paths: string list) =
    let set =
        paths
        |> List.map (fun path -> AnalyzerConfig.Parse(File.ReadAllText path, path))
        |> ImmutableArray.CreateRange
        |> AnalyzerConfigSet.Create

    let ofReport report =
        match report with
        | ReportDiagnostic.Error -> Some Level.Error
        | ReportDiagnostic.Warn -> Some Level.Warning
        | ReportDiagnostic.Info -> Some Level.Info
        | ReportDiagnostic.Hidden
        | ReportDiagnostic.Suppress -> Some Level.Silent
        | _ -> None

    let inTree (options: AnalyzerConfigOptionsResult) (id: string) =
        match options.TreeOptions.TryGetValue id with
        | true, report -> ofReport report
        | _ -> None

    let inWords (options: AnalyzerConfigOptionsResult) (key: string) =
        match options.AnalyzerOptions.TryGetValue key with
        | true, word -> Level.ofWord word
        | _ -> None

    let files = Dictionary<string, AnalyzerConfigOptionsResult>(StringComparer.Ordinal)

    let optionsOf (file: string) =
        match files.TryGetValue file with
        | true, known -> known
        | _ ->
            // Roslyn's globs use slashes.
            let options = set.GetOptionsForSourcePath(file.Replace('\\', '/'))
            files[file] <- options
            options

    /// The level that the files set for the rule in the source file; none if they set none.
    member _.Level(file: string, id: string, category: string) =
        let options = optionsOf file

        inTree options id
        |> Option.orElseWith (fun () -> inTree set.GlobalConfigOptions id)
        |> Option.orElseWith (fun () -> inWords options $"dotnet_analyzer_diagnostic.category-{category.ToLowerInvariant()}.severity")
        |> Option.orElseWith (fun () -> inWords options "dotnet_analyzer_diagnostic.severity")

    /// Whether the files call the source file generated. No rule reports there.
    member _.IsGenerated(file: string) =
        match (optionsOf file).AnalyzerOptions.TryGetValue "generated_code" with
        | true, word -> word.Equals("true", StringComparison.OrdinalIgnoreCase)
        | _ -> false
