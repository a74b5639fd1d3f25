namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Programs

open System
open Xunit

/// Each program is told what its marks say, and nothing else.
type ProgramTests(programs: CheckedPrograms) =
    interface IClassFixture<CheckedPrograms>

    static member Files =
        let data = TheoryData<string>()

        for file, _ in CheckedPrograms.Cases do
            if file.EndsWith(".fs", StringComparison.Ordinal) then
                data.Add file

        data

    static member Blocks =
        let data = TheoryData<string>()

        for block in PageBlocks.all do
            data.Add block.File

        data

    static member Rules = TheoryData<string>(FSharpRules.ids)

    [<Theory>]
    [<MemberData(nameof ProgramTests.Files)>]
    member _.``A program is told what its marks say``(file: string) =
        let text = CheckedPrograms.Cases |> List.find (fun (name, _) -> name = file) |> snd
        Assert.Empty(Marks.read text |> Marks.differences (programs.Of file))

    [<Theory>]
    [<MemberData(nameof ProgramTests.Blocks)>]
    member _.``A page's F# is flagged, or silent, as its heading says``(file: string) =
        let block = PageBlocks.all |> List.find (fun block -> block.File = file)
        let found = programs.Of file |> List.map snd

        match block.Heading with
        | "Flagged" -> Assert.Contains(block.Id, found)
        | _ -> Assert.Empty found

    [<Theory>]
    [<MemberData(nameof ProgramTests.Rules)>]
    member _.``Each rule's page shows F#'s mistake and its right form``(id: string) =
        let headings = [ for block in PageBlocks.all do if block.Id = id then block.Heading ]
        Assert.Contains("Flagged", headings)
        Assert.Contains("Fixed", headings)

    [<Fact>]
    member _.``A message is a sentence on one line``() =
        Assert.NotEmpty programs.All

        Assert.All(
            programs.All,
            fun diagnostic ->
                Assert.EndsWith(".", diagnostic.Message)
                Assert.InRange(diagnostic.Message.Length, 25, 600)
        )

    [<Fact>]
    member _.``The checker does not fail``() = Assert.DoesNotContain("AFF0002", programs.Log)

    [<Fact>]
    member _.``Marks are compared by line, id and number``() =
        let marks = Marks.read "a //~ AFF1001\nb //~ AFF1003 AFF1003\nc //~? AFF1002\nd"
        Assert.Empty(Marks.differences [ 1, "AFF1001"; 2, "AFF1003"; 2, "AFF1003"; 3, "AFF1002" ] marks)
        Assert.Empty(Marks.differences [ 1, "AFF1001"; 2, "AFF1003"; 2, "AFF1003" ] marks)

        Assert.Equal<string list>(
            [ "line 2: AFF1003 is missing"; "line 4: AFF1001 is too much"; "line 1: AFF1001 is missing" ],
            Marks.differences [ 2, "AFF1003"; 4, "AFF1001" ] marks
        )
