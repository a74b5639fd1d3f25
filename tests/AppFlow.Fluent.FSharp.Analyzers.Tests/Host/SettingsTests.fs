namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Host

open System
open System.IO
open AppFlow.Fluent.FSharp.Checker
open Xunit

/// The checker reads what the target writes.
type SettingsTests() =
    let read (lines: string list) =
        let path = Path.GetTempFileName()

        try
            File.WriteAllLines(path, lines)
            Settings.read path
        finally
            File.Delete path

    let required = [ "project=/p/a.fsproj"; "assembly=/p/a.dll"; "output=/p/a.lines" ]

    [<Fact>]
    member _.``Files keep their order, and their equals signs``() =
        let settings = read (required @ [ "source=/p/b=1.fs"; "reference=/r/x.dll"; "source=/p/a.fs"; "reference=/r/y.dll" ])
        Assert.Equal<string list>([ "/p/b=1.fs"; "/p/a.fs" ], settings.Sources)
        Assert.Equal<string list>([ "/r/x.dll"; "/r/y.dll" ], settings.References)

    [<Fact>]
    member _.``Properties become options of the compiler``() =
        let settings =
            read (
                required
                @ [
                    "langVersion=9.0"
                    "nullable=enable"
                    "outputType=WinExe"
                    "define=TRACE;DEBUG"
                    "otherFlags=--warnon:1182 \"--define:A B\""
                    "targetProfile=netcore"
                ]
            )

        let expected =
            [ "--langversion:9.0"; "--checknulls+"; "--target:winexe"; "--define:TRACE"; "--define:DEBUG"; "--warnon:1182"; "--define:A B"; "--targetprofile:netcore" ]

        Assert.Empty(List.except settings.Options expected)

    [<Fact>]
    member _.``What is empty is not there``() =
        let settings = read (required @ [ "langVersion="; "nullable="; "noWarn="; "treatWarningsAsErrors=" ])
        Assert.DoesNotContain(settings.Options, fun (option: string) -> option.StartsWith("--langversion", StringComparison.Ordinal))
        Assert.DoesNotContain(settings.Options, fun (option: string) -> option.StartsWith("--checknulls", StringComparison.Ordinal))
        Assert.Empty settings.NoWarn
        Assert.False settings.TreatWarningsAsErrors

    [<Theory>]
    [<InlineData("AFF1001;FS0025", true)>]
    [<InlineData("FS0025, aff1001", true)>]
    [<InlineData("\"AFF1001 25\"", true)>]
    [<InlineData("AFF10011;1001", false)>]
    member _.``Rules are named as the compiler's warnings are``(value: string, named: bool) =
        Assert.Equal(named, (read (required @ [ $"noWarn={value}" ])).NoWarn.Contains "AFF1001")

    [<Fact>]
    member _.``A file without what is needed is refused by the name of it``() =
        let refusal = Assert.Throws<ArgumentException>(fun () -> read [ "project=/p/a.fsproj" ] |> ignore)
        Assert.Contains("assembly", refusal.Message)
