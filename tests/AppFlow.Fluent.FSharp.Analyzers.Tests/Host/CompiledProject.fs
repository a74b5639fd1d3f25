namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Host

open System
open System.IO
open AppFlow.Fluent.FSharp.Analyzers.Tests.Building
open AppFlow.Fluent.FSharp.Checker

/// A project that was built once. The checker then runs on it in this process, with a test's changes to the settings that the build wrote.
type CompiledProject() =
    let source =
        """
module Scratch.Orders

open AppFlow.Fluent

let refused () = ConnectorRegistration.Update("orders").WithDescription("adds paging, and filters").SendAsync()

let hardCoded () = ConnectorRegistration.Update("orders").WithClientToken("check-orders").SendAsync()
"""

    let project = new ScratchProject([ "Orders.fs", source ], "", "")

    let exitCode, log = project.Build()

    let settings =
        let objects = Path.Combine(project.Folder, "obj")

        if exitCode = 0 then
            Directory.GetFiles(objects, "*.settings", SearchOption.AllDirectories) |> Array.exactlyOne |> File.ReadAllLines |> List.ofArray
        else
            invalidOp log

    let mutable count = 0

    /// What the build printed.
    member _.Log = log

    member _.Folder = project.Folder

    /// The settings that the build gave to the checker.
    member _.Settings = settings

    /// <summary>Runs the checker.</summary>
    /// <param name="sources">Sources that replace the project's own, in compilation order.</param>
    /// <param name="changes">Settings that replace the build's settings of the same name.</param>
    /// <returns>The file of lines, and the lines.</returns>
    member _.Check(sources: (string * string) list, [<ParamArray>] changes: string array) =
        count <- count + 1
        let folder = Directory.CreateDirectory(Path.Combine(project.Folder, $"check {count}")).FullName
        let output = Path.Combine(folder, "Scratch.lines")

        let files =
            [
                for name, text in sources do
                    let path = Path.Combine(folder, name)
                    File.WriteAllText(path, text)
                    $"source={path}"
            ]

        let replaced = [ yield! changes; yield! files; $"output={output}" ]
        let nameOf (line: string) = line.Substring(0, line.IndexOf('=', StringComparison.Ordinal) + 1)
        let names = replaced |> List.map nameOf |> set
        let path = Path.Combine(folder, "Scratch.settings")
        File.WriteAllLines(path, (settings |> List.filter (fun line -> not (names.Contains(nameOf line)))) @ replaced)
        let exitCode = Check.run path

        if exitCode <> 0 then
            invalidOp $"The checker ended with {exitCode}."

        output, File.ReadAllText output

    interface IDisposable with
        member _.Dispose() = (project :> IDisposable).Dispose()
