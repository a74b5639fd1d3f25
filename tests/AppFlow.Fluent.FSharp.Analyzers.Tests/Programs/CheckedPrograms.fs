namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Programs

open System
open System.IO
open AppFlow.Fluent.FSharp.Analyzers.Tests.Building

/// The programs under cases/ and the F# of the rules' pages, built as one project through the real target, once.
type CheckedPrograms() =
    // A signature comes before its implementation.
    static let inOrder (name: string) = name.Replace(".fsi", ".f")

    static let cases =
        let root = Repository.path [ "tests"; "AppFlow.Fluent.FSharp.Analyzers.Tests"; "cases" ]

        Directory.GetFiles(root, "*.fs*", SearchOption.AllDirectories)
        |> Array.map (fun path -> Path.GetRelativePath(root, path).Replace('/', '_').Replace('\\', '_'), File.ReadAllText path)
        |> Array.sortWith (fun (one, _) (other, _) -> String.CompareOrdinal(inOrder one, inOrder other))
        |> List.ofArray

    let project =
        new ScratchProject(
            cases @ [ for block in PageBlocks.all -> block.File, block.Text ],
            // Builds do not show Info.
            "[*.fs]\ndotnet_diagnostic.AFF1003.severity = warning\ndotnet_diagnostic.AFF4003.severity = warning\n",
            "<NoWarn>$(NoWarn);FS0020;FS0025;FS0064;FS1182;FS3370</NoWarn><DefineConstants>$(DefineConstants);EXAM</DefineConstants>"
        )

    let exitCode, log = project.Build("-v:quiet")

    let found =
        if exitCode = 0 then
            Diagnostics.read log
        else
            invalidOp $"The programs do not build:\n{log}"

    /// File and text of each program under cases/.
    static member Cases = cases

    member _.Log = log

    /// What the build said of one file: line and id of each diagnostic.
    member _.Of(file: string) = [ for diagnostic in found do if diagnostic.File = file then diagnostic.Line, diagnostic.Id ]

    /// All that the build said.
    member _.All = found

    interface IDisposable with
        member _.Dispose() = (project :> IDisposable).Dispose()
