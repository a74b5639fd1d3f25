namespace AppFlow.Fluent.FSharp.Analyzers.Tests.Building

open System
open System.Diagnostics

/// Runs the dotnet command as a user at a prompt does.
module DotnetCommand =
    /// Runs it to its end; returns the exit code and the whole output.
    let run (folder: string) (arguments: string list) =
        let start = ProcessStartInfo("dotnet", arguments, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true)

        // The test host's own environment must not affect another build.
        for name in List.ofSeq start.Environment.Keys do
            if name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) then
                start.Environment.Remove name |> ignore

        start.Environment["MSBUILDDISABLENODEREUSE"] <- "1"
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] <- "0"

        match Process.Start start with
        | null -> invalidOp "The dotnet command does not start."
        | started ->
            use command = started
            let errors = command.StandardError.ReadToEndAsync()
            let output = command.StandardOutput.ReadToEnd()
            command.WaitForExit()
            command.ExitCode, output + errors.Result
