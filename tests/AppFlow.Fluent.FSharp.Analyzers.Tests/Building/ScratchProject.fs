namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Building

open System
open System.IO

/// An F# project outside the repository, in a folder whose name has awkward characters, with the library and the checker as they were built here.
type ScratchProject(sources: (string * string) list, editorConfig: string, properties: string) =
    let folder = Directory.CreateTempSubdirectory("appflow fluent é ").FullName

    let write (name: string) (text: string) = File.WriteAllText(Path.Combine(folder, name), text)

    let library =
        [ "AppFlow.Fluent"; "AWSSDK.Core"; "Microsoft.Extensions.Logging.Abstractions"; "xunit.assert"; "xunit.core"; "xunit.abstractions"; "Polly"; "Polly.Core" ]
        |> List.map (fun name -> $"""<Reference Include="{Path.Combine(AppContext.BaseDirectory, name + ".dll")}" />""")
        |> String.concat "\n    "

    let compiled = sources |> List.map (fun (name, _) -> $"""<Compile Include="{name}" />""") |> String.concat "\n    "

    do
        for name, text in sources do
            write name text

        write ".editorconfig" $"root = true\n\n{editorConfig}"
        write "NuGet.Config" "<configuration></configuration>"

        write
            "Scratch.fsproj"
            $"""<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <AppFlowFluentCheckerFolder Condition="'$(AppFlowFluentCheckerFolder)' == ''">{Repository.checkerFolder}/</AppFlowFluentCheckerFolder>
    <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
    {properties}
  </PropertyGroup>
  <ItemGroup>
    {compiled}
  </ItemGroup>
  <ItemGroup>
    {library}
  </ItemGroup>
  <Import Project="{Repository.targets}" />
</Project>
"""

    member _.Folder = folder

    member _.Write(name: string, text: string) = write name text

    /// Builds it; returns the exit code and the log.
    member _.Build([<ParamArray>] arguments: string array) =
        DotnetCommand.run folder ([ "build"; "Scratch.fsproj"; "--nologo" ] @ List.ofArray arguments)

    interface IDisposable with
        member _.Dispose() = Directory.Delete(folder, recursive = true)
