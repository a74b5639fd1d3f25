namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Host

open System
open System.IO
open AppFlow.Fluent.FSharp.Analyzers.Tests.Building
open AppFlow.Fluent.FSharp.Checker
open Xunit

/// The checker on a compiled project: what it prints, and what prevents it from printing.
type CheckTests(project: CompiledProject) =
    let hardCoded name token = $"let {name} () = ConnectorRegistration.Update(\"orders\").WithClientToken(\"{token}\").SendAsync()"

    let head name = $"module Scratch.{name}\n\nopen System.Diagnostics.CodeAnalysis\nopen AppFlow.Fluent\n\n"

    interface IClassFixture<CompiledProject>

    [<Fact>]
    member _.``The build shows warnings with their places, and keeps Info to itself``() =
        Assert.Equal<string list>([ "warning AFF3001" ], Diagnostics.kinds project.Log)
        let shown = Diagnostics.read project.Log |> List.exactlyOne
        Assert.Equal(("Orders.fs", 6, 73), (shown.File, shown.Line, shown.Column))

    [<Fact>]
    member _.``Info is among the lines, for the detailed log``() =
        let _, lines = project.Check []
        Assert.Equal<string list>([ "info AFF1003"; "warning AFF3001" ], Diagnostics.kinds lines)

    [<Fact>]
    member _.``Properties and configuration files set what is printed``() =
        let config = Path.Combine(project.Folder, "strict.editorconfig")
        File.WriteAllText(config, "[*.fs]\ndotnet_diagnostic.AFF1003.severity = warning\n")
        let _, lines = project.Check([], $"config={config}", "treatWarningsAsErrors=true", "noWarn=FS0025;AFF3001")
        Assert.Equal<string list>([ "error AFF1003" ], Diagnostics.kinds lines)

    [<Fact>]
    member _.``Files that a configuration calls generated are silent``() =
        let config = Path.Combine(project.Folder, "generated.editorconfig")
        File.WriteAllText(config, "[*.fs]\ngenerated_code = true\n")
        let _, lines = project.Check([], $"config={config}")
        Assert.Empty(Diagnostics.read lines)

    [<Fact>]
    member _.``An attribute suppresses the rule that it names within what it stands on``() =
        let suppress check = $"[<SuppressMessage(\"Idempotency\", \"{check}\")>]"

        let lines =
            [
                suppress "AFF1003"
                hardCoded "onFunction" "s-1"
                suppress "AFF1003:A hard-coded client token"
                hardCoded "withTitle" "s-2"
                suppress "AFF1005"
                hardCoded "anotherRule" "s-3" // shown
                suppress "AFF1003"
                "type OnType() ="
                "    member _.Send() = ConnectorRegistration.Update(\"orders\").WithClientToken(\"s-4\").SendAsync()"
                "type OnMember() ="
                "    " + suppress "AFF1003"
                "    member _.Send() = ConnectorRegistration.Update(\"orders\").WithClientToken(\"s-5\").SendAsync()"
                "    member _.SendToo() = ConnectorRegistration.Update(\"orders\").WithClientToken(\"s-6\").SendAsync()" // shown
                suppress "AFF1003"
                "module OnModule ="
                "    " + hardCoded "inside" "s-7"
                "    let wrong () = ConnectorRegistration.Update(\"orders\").WithDescription(\"a, b\").SendAsync()" // shown
                "[<Literal>]"
                "let Rule = \"AFF1003\""
                "[<SuppressMessage(\"Idempotency\", Rule)>]"
                hardCoded "byName" "s-8"
                suppress "AFF1003"
                "let inTask () ="
                "    task {"
                "        let! _ = ConnectorRegistration.Update(\"orders\").WithClientToken(\"s-9\").SendAsync()"
                "        return ()"
                "    }"
                "ConnectorRegistration.Update(\"orders\").WithClientToken(\"s-10\").SendAsync().Wait()" // shown
            ]

        let _, printed = project.Check [ "Suppressed.fs", head "Suppressed" + String.concat "\n" lines + "\n" ]
        let shown = [ for diagnostic in Diagnostics.read printed -> lines[diagnostic.Line - 6], diagnostic.Id ]
        Assert.Equal<(string * string) list>([ lines[5], "AFF1003"; lines[12], "AFF1003"; lines[16], "AFF3001"; lines[27], "AFF1003" ], shown)

    [<Fact>]
    member _.``An attribute of the assembly suppresses everywhere, or where its target is``() =
        let everywhere = "[<assembly: SuppressMessage(\"Values\", \"AFF3001\")>]\n"
        let targeted = "[<assembly: SuppressMessage(\"Idempotency\", \"AFF1003\", Scope = \"member\", Target = \"~M:Scratch.Whole.first\")>]\n"
        let body = hardCoded "first" "w-1" + "\n" + hardCoded "second" "w-2" + "\n" + "let third () = ConnectorRegistration.Update(\"a, b\").SendAsync()\n"
        let _, printed = project.Check [ "Whole.fs", head "Whole" + everywhere + targeted + "do ()\n" + body ]
        let shown = [ for diagnostic in Diagnostics.read printed -> diagnostic.Line, diagnostic.Id ]
        Assert.Equal<(int * string) list>([ 10, "AFF1003" ], shown)

    [<Fact>]
    member _.``A project that cannot be type-checked is a failure that says so, and is tried again``() =
        let output, printed = project.Check [ "Broken.fs", head "Broken" + "let x: int = \"\"\n" ]
        Assert.Contains("Scratch.fsproj: warning AFF0002: The F# checker failed", printed)
        Assert.Contains(": FS0001: ", printed)
        Assert.Single(File.ReadAllLines output) |> ignore
        Assert.True(File.GetLastWriteTimeUtc output < File.GetLastWriteTimeUtc(output.Replace(".lines", ".settings")))
        Assert.Contains("InvalidOperationException", File.ReadAllText(output + ".failure.log"))
        Assert.Contains(output + ".failure.log", printed)

    [<Fact>]
    member _.``A failure's line is a warning whatever the properties say``() =
        let _, printed = project.Check([ "Broken.fs", head "Broken" + "let x: int = \"\"\n" ], "treatWarningsAsErrors=true")
        Assert.Contains(": warning AFF0002: ", printed)

    [<Fact>]
    member _.``The library's use is seen in what was compiled``() =
        let assembly =
            project.Settings |> List.pick (fun line -> if line.StartsWith("assembly=", StringComparison.Ordinal) then Some(line.Substring 9) else None)

        Assert.True(LibraryUse.isThere assembly [])

        // The analyzers' namespaces begin with the library's name. The collections use nothing of it, even with the project as a reference.
        let analyzers = typeof<AppFlow.Fluent.FSharp.Analyzers.Finding>.Assembly.Location
        let collections = typeof<System.Collections.Immutable.ImmutableArray>.Assembly.Location
        Assert.True(LibraryUse.isThere analyzers [])
        Assert.False(LibraryUse.isThere collections [ assembly ])

    [<Fact>]
    member _.``A project that does not use the library is not read``() =
        // This code would not compile.
        let unrelated = typeof<System.Collections.Immutable.ImmutableArray>.Assembly.Location
        let _, printed = project.Check([ "Broken.fs", "module Broken\nlet x: int = \"\"\n" ], $"assembly={unrelated}")
        Assert.Equal("", printed)
