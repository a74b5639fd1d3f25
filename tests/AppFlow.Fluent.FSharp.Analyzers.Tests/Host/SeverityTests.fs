namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Host

open System
open System.IO
open AppFlow.Fluent.FSharp.Analyzers
open AppFlow.Fluent.FSharp.Checker
open FSharp.Compiler.Text
open Xunit

/// Properties and configuration files, and which of them takes precedence.
type SeverityTests() =
    let settings =
        {
            Project = ""
            Assembly = ""
            Output = ""
            Sources = []
            References = []
            Options = []
            Configs = []
            TreatWarningsAsErrors = false
            WarningsAsErrors = Set.empty
            WarningsNotAsErrors = Set.empty
            NoWarn = Set.empty
        }

    let finding id severity =
        {
            Id = id
            Category = "Idempotency"
            Severity = severity
            Range = Range.range0
            Message = "m."
        }

    let warning = finding "AFF1001" Severity.Warning
    let info = finding "AFF1003" Severity.Info

    let expect (level: Level) (actual: Level) = Assert.Equal(level, actual)

    /// The level that configuration files set for AFF1003 in /app/src/A.fs.
    let configured (files: (string * string) list) =
        let folder = Directory.CreateTempSubdirectory().FullName

        try
            let paths =
                [
                    for name: string, text: string in files do
                        let path = Path.Combine(folder, name)
                        Directory.CreateDirectory(string (Path.GetDirectoryName path)) |> ignore
                        File.WriteAllText(path, text)
                        path
                ]

            AnalyzerConfigs(paths).Level(Path.Combine(folder, "src", "A.fs"), "AFF1003", "Idempotency")
        finally
            Directory.Delete(folder, recursive = true)

    [<Fact>]
    member _.``A rule has its own level where nothing is said of it``() =
        Severities.level settings None warning |> expect Level.Warning
        Severities.level settings None info |> expect Level.Info

    [<Fact>]
    member _.``TreatWarningsAsErrors is for warnings alone, also for those that a configuration makes``() =
        let strict = { settings with TreatWarningsAsErrors = true }
        Severities.level strict None warning |> expect Level.Error
        Severities.level strict None info |> expect Level.Info
        Severities.level strict (Some Level.Warning) info |> expect Level.Error
        Severities.level strict (Some Level.Info) warning |> expect Level.Info
        Severities.level { strict with WarningsNotAsErrors = set [ "AFF1001" ] } None warning |> expect Level.Warning

    [<Fact>]
    member _.``WarningsAsErrors raises the rules that it names, from Info too``() =
        let strict = { settings with WarningsAsErrors = set [ "AFF1001"; "AFF1003" ] }
        Severities.level strict None warning |> expect Level.Error
        Severities.level strict None info |> expect Level.Error
        Severities.level strict (Some Level.Warning) info |> expect Level.Error
        Severities.level strict None (finding "AFF1005" Severity.Warning) |> expect Level.Warning
        Severities.level strict (Some Level.Silent) warning |> expect Level.Silent

    [<Fact>]
    member _.``NoWarn wins over all else``() =
        let quiet =
            { settings with
                NoWarn = set [ "AFF1001" ]
                TreatWarningsAsErrors = true
                WarningsAsErrors = set [ "AFF1001" ]
            }

        Severities.level quiet (Some Level.Error) warning |> expect Level.Silent

    [<Theory>]
    [<InlineData("error", "Error")>]
    [<InlineData("warning", "Warning")>]
    [<InlineData("suggestion", "Info")>]
    [<InlineData("silent", "Silent")>]
    [<InlineData("none", "Silent")>]
    [<InlineData("default", "")>]
    [<InlineData("loud", "")>]
    member _.``A configuration's words are C#'s``(word: string, level: string) =
        let expected = if level = "" then "" else $"Some {level}"
        let found = configured [ ".editorconfig", $"[*.fs]\ndotnet_diagnostic.AFF1003.severity = {word}\n" ]
        Assert.Equal(expected, found |> Option.map (fun level -> $"Some {level}") |> Option.defaultValue "")

    [<Theory>]
    [<InlineData("[*]", true)>]
    [<InlineData("[*.{cs,fs}]", true)>]
    [<InlineData("[src/**.fs]", true)>]
    [<InlineData("[*.cs]", false)>]
    [<InlineData("[tests/*.fs]", false)>]
    member _.``Sections are for the files that they name``(section: string, holds: bool) =
        let found = configured [ ".editorconfig", $"{section}\ndotnet_diagnostic.aff1003.severity = warning\n" ]
        Assert.Equal((if holds then Some Level.Warning else None), found)

    [<Fact>]
    member _.``The rule's own line wins over its category's, and that over all rules'``() =
        let all = "dotnet_analyzer_diagnostic.severity = error\n"
        let category = "dotnet_analyzer_diagnostic.category-Idempotency.severity = none\n"
        let own = "dotnet_diagnostic.AFF1003.severity = warning\n"
        Assert.Equal(Some Level.Error, configured [ ".editorconfig", "[*]\n" + all ])
        Assert.Equal(Some Level.Silent, configured [ ".editorconfig", "[*]\n" + all + category ])
        Assert.Equal(Some Level.Warning, configured [ ".editorconfig", "[*]\n" + all + category + own ])

    [<Fact>]
    member _.``The nearer file wins, and nothing is inherited beyond a root``() =
        let outer = ".editorconfig", "[*]\ndotnet_diagnostic.AFF1003.severity = error\n"
        Assert.Equal(Some Level.Warning, configured [ outer; "src/.editorconfig", "[*]\ndotnet_diagnostic.AFF1003.severity = warning\n" ])
        Assert.Equal(None, configured [ outer; "src/.editorconfig", "root = true\n" ])

    [<Fact>]
    member _.``A global configuration holds for all files, and gives way to a nearer word``() =
        let everywhere = ".globalconfig", "is_global = true\ndotnet_diagnostic.AFF1003.severity = error\n"
        Assert.Equal(Some Level.Error, configured [ everywhere ])
        Assert.Equal(Some Level.Warning, configured [ everywhere; ".editorconfig", "[*.fs]\ndotnet_diagnostic.AFF1003.severity = warning\n" ])
