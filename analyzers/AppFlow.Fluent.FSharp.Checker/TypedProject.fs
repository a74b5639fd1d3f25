namespace AppFlow.Fluent.FSharp.Checker

open System
open System.Text.RegularExpressions
open FSharp.Compiler.CodeAnalysis
open FSharp.Compiler.Diagnostics

/// The project as the compiler understands it.
module internal TypedProject =
    let private optionsOf (settings: Settings) : FSharpProjectOptions =
        {
            ProjectFileName = settings.Project
            ProjectId = None
            SourceFiles = List.toArray settings.Sources
            OtherOptions =
                [|
                    $"--out:{settings.Assembly}"
                    // SuppressMessage is conditional, and would otherwise not be seen.
                    "--noconditionalerasure"
                    yield! settings.Options
                    for reference in settings.References do
                        $"-r:{reference}"
                |]
            ReferencedProjects = [||]
            IsIncompleteTypeCheckEnvironment = false
            UseScriptResolutionRules = false
            LoadTime = DateTime.UnixEpoch
            UnresolvedReferences = None
            OriginalLoadReferences = []
            Stamp = None
        }

    /// <summary>Type-checks all files.</summary>
    /// <exception cref="T:System.InvalidOperationException">There are errors, although the compiler has just produced the assembly.</exception>
    let check (settings: Settings) =
        let checker =
            FSharpChecker.Create(
                projectCacheSize = 1,
                keepAssemblyContents = true,
                keepAllBackgroundResolutions = true,
                keepAllBackgroundSymbolUses = true,
                parallelReferenceResolution = true
            )

        let results = checker.ParseAndCheckProject(optionsOf settings) |> Async.RunSynchronously

        match results.Diagnostics |> Array.tryFind (fun diagnostic -> diagnostic.Severity = FSharpDiagnosticSeverity.Error) with
        | Some error ->
            let message = Regex.Replace(error.Message, @"\s+", " ")

            invalidOp
                $"The project was compiled, but cannot be type-checked a second time: {error.FileName}({error.StartLine},{error.StartColumn + 1}): {error.ErrorNumberText}: {message}"
        | None -> results
