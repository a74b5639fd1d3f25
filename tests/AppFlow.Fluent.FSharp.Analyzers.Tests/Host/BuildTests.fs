namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Host

open System
open System.IO
open AppFlow.Fluent.FSharp.Analyzers.Tests.Building
open Xunit

/// The target in real builds.
type BuildTests() =
    let source =
        """
module Scratch.Orders

open AppFlow.Fluent

let refused () = ConnectorRegistration.Update("orders").WithDescription("adds paging, and filters").SendAsync()

let blank () = ConnectorRegistration.Update("").SendAsync()

let hardCoded () = ConnectorRegistration.Update("orders").WithClientToken("build-orders").SendAsync()
"""

    // The target writes to the detailed log when it starts the checker.
    let wasChecked (log: string) = log.Contains("Checking Scratch.fsproj", StringComparison.Ordinal)

    let scratch properties = new ScratchProject([ "Orders.fs", source ], "", properties)

    // Copies the checker, so that a test may delete a part of it.
    let checkerWithout (name: string) (folder: string) =
        let copy = Directory.CreateDirectory(Path.Combine(folder, "checker")).FullName

        for path in Directory.GetFiles(Repository.checkerFolder) do
            if Path.GetFileName path <> name then
                File.Copy(path, Path.Combine(copy, string (Path.GetFileName path)))

        $"-p:AppFlowFluentCheckerFolder={copy}/"

    [<Fact>]
    member _.``An unchanged project is not checked again, and says the same again``() =
        use project = scratch ""
        let _, first = project.Build "-v:detailed"
        let exitCode, second = project.Build "-v:detailed"
        Assert.Equal(0, exitCode)
        Assert.True(wasChecked first)
        Assert.False(wasChecked second)
        Assert.Equal<string list>([ "info AFF1003"; "warning AFF2003"; "warning AFF3001" ], Diagnostics.kinds first)
        Assert.Equal<Diagnostic list>(Diagnostics.read first, Diagnostics.read second)

        // A configuration file is an input of the checker, but not of the compiler. Every build shows an Info diagnostic that the file raises.
        project.Write(".editorconfig", "root = true\n[*.fs]\ndotnet_diagnostic.AFF1003.severity = warning\ndotnet_diagnostic.AFF2003.severity = none\n")
        let _, third = project.Build "-v:quiet"
        Assert.Equal<string list>([ "warning AFF1003"; "warning AFF3001" ], Diagnostics.kinds third)

        let leftovers () = Directory.GetFiles(Path.Combine(project.Folder, "obj"), "*AppFlowFluent*", SearchOption.AllDirectories)
        Assert.NotEmpty(leftovers ())
        DotnetCommand.run project.Folder [ "clean"; "Scratch.fsproj" ] |> ignore
        Assert.Empty(leftovers ())

    [<Fact>]
    member _.``Errors fail the build by themselves, each time``() =
        use project = scratch "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>AFF2003</WarningsNotAsErrors>"
        let first, firstLog = project.Build "-v:detailed"
        let second, secondLog = project.Build "-v:quiet"
        Assert.NotEqual(0, first)
        Assert.NotEqual(0, second)

        for log in [ firstLog; secondLog ] do
            Assert.Equal<string list>([ "error AFF3001"; "warning AFF2003" ], Diagnostics.kinds log |> List.filter (fun kind -> kind <> "info AFF1003"))
            Assert.DoesNotContain("MSB3073", log)
            Assert.DoesNotContain("MSB4181", log)

        // NoWarn and WarningsAsErrors, each with one rule.
        let third, thirdLog = project.Build("-v:quiet", "-p:TreatWarningsAsErrors=false", "-p:WarningsAsErrors=AFF1003", "-p:NoWarn=AFF3001")
        Assert.NotEqual(0, third)
        Assert.Equal<string list>([ "error AFF1003"; "warning AFF2003" ], Diagnostics.kinds thirdLog)

    [<Fact>]
    member _.``What is no build of an F# program, or is turned off, is not checked``() =
        use project = scratch "<AppFlowFluentAnalyze>false</AppFlowFluentAnalyze>"
        let off, offLog = project.Build "-v:detailed"
        Assert.Equal(0, off)
        Assert.False(wasChecked offLog)
        Assert.Empty(Diagnostics.read offLog)

        // Like an editor that asks for a project's parts.
        let _, designTimeLog =
            project.Build("-t:Compile", "-v:detailed", "-p:AppFlowFluentAnalyze=true", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true")

        Assert.Contains("CoreCompile", designTimeLog)
        Assert.False(wasChecked designTimeLog)
        Assert.Empty(Diagnostics.read designTimeLog)

        // Only the compiler reports code that does not compile.
        project.Write("Orders.fs", source + "\nlet broken: int = \"\"\n")
        let broken, brokenLog = project.Build("-v:detailed", "-p:AppFlowFluentAnalyze=true")
        Assert.NotEqual(0, broken)
        Assert.Contains("error FS0001", brokenLog)
        Assert.False(wasChecked brokenLog)
        Assert.DoesNotContain("AFF0002", brokenLog)

    [<Fact>]
    member _.``A failure of the checker is one warning, whoever turns warnings into errors``() =
        use project = scratch "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>"
        let folder = checkerWithout "AppFlow.Fluent.FSharp.Analyzers.dll" project.Folder
        let failed, failedLog = project.Build("-v:quiet", "-warnaserror", folder)
        Assert.Equal(0, failed)
        Assert.Contains("warning AFF0002: The F# checker failed", failedLog)
        Assert.DoesNotContain("error", failedLog.Replace("0 Error(s)", ""))

        // The failure is not a result, so the next build tries again. This time the program does not even start.
        File.Delete(Path.Combine(project.Folder, "checker", "AppFlow.Fluent.FSharp.Checker.dll"))
        let missing, missingLog = project.Build("-v:quiet", "-warnaserror", folder)
        Assert.Equal(0, missing)
        Assert.Contains("warning AFF0002: The F# checker failed", missingLog)
        Assert.DoesNotContain("error", missingLog.Replace("0 Error(s)", ""))

    [<Fact>]
    member _.``A C# project that has the package by mistake is not hurt``() =
        let folder = Directory.CreateTempSubdirectory("appflow-fluent-csharp-").FullName

        try
            File.WriteAllText(Path.Combine(folder, "Orders.cs"), "public static class Orders { }\n")

            File.WriteAllText(
                Path.Combine(folder, "Orders.csproj"),
                $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><Import Project="{Repository.targets}" /></Project>"""
            )

            let exitCode, log = DotnetCommand.run folder [ "build"; "-warnaserror"; "-v:detailed" ]
            Assert.Equal(0, exitCode)
            Assert.DoesNotContain("AFF0002", log)
            Assert.Empty(Directory.GetFiles(Path.Combine(folder, "obj"), "*AppFlowFluent*", SearchOption.AllDirectories))
        finally
            Directory.Delete(folder, recursive = true)
