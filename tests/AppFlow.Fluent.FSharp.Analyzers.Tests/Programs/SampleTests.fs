namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Programs

open System.IO
open System.Text.RegularExpressions
open AppFlow.Fluent.FSharp.Analyzers.Tests.Building
open Xunit

/// What was said of the repository's own programs when they were built, just before these tests.
type SampleTests() =
    let said (folder: string list) =
        let objects = Repository.path (folder @ [ "obj"; Repository.configuration; "net10.0" ])
        Directory.GetFiles(objects, "*.AppFlowFluent.lines") |> Array.exactlyOne |> File.ReadAllText

    let places (text: string) = [ for diagnostic in Diagnostics.read text -> diagnostic.File, diagnostic.Line, diagnostic.Id ]

    [<Fact>]
    member _.``samples/Diagnostics.FSharp shows each rule where its comments say, and nothing else``() =
        let expected =
            [
                for path in Directory.GetFiles(Repository.path [ "samples"; "Diagnostics.FSharp" ], "*.fs") do
                    for index, line in Seq.indexed (File.ReadLines path) do
                        let comment = Regex.Match(line, @"// (AFF\d{4})$")

                        if comment.Success then
                            string (Path.GetFileName path), index + 1, comment.Groups[1].Value
            ]

        Assert.Equal<string list>(FSharpRules.ids, expected |> List.map (fun (_, _, id) -> id) |> List.distinct |> List.sort)
        Assert.Equal<(string * int * string) list>(List.sort expected, List.sort (places (said [ "samples"; "Diagnostics.FSharp" ])))

    [<Theory>]
    [<InlineData("samples", "Quickstart.FSharp")>]
    [<InlineData("tests", "AppFlow.Fluent.FSharp.Tests")>]
    member _.``Programs that are right are told nothing, not even in the detailed log``(part: string, name: string) =
        Assert.Equal("", said [ part; name ])
