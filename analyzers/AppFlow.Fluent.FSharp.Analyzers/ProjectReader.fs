namespace AppFlow.Fluent.FSharp.Analyzers

open System.Collections.Generic
open System.Runtime.ExceptionServices
open System.Threading
open FSharp.Compiler.CodeAnalysis
open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Rules
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Reads a type-checked project.
module ProjectReader =
    // Expressions may be nested to any depth.
    let private stack = 256 * 1024 * 1024

    let private findings (results: FSharpCheckProjectResults) : Finding list =
        let files = results.AssemblyContents.ImplementationFiles
        let declarations = Declarations files
        let kinds = RequestKinds LibraryFailures.Instance
        let wrappers = Wrappers(RequestCalls(kinds, declarations), declarations)
        let makers = RequestMakers wrappers
        let functions = PureFunctions(declarations, kinds)
        let places = Places results
        let interest = Interest(results, kinds, declarations)
        let tests = Dictionary<string, bool>()
        let fields = FieldRules(places, declarations, kinds)
        let repeated = RepeatedFieldRule places
        let unsent = UnsentRule(places, wrappers, kinds)

        let isGenerated =
            let known = Dictionary<string, bool>()

            fun (declaration: Declaration) ->
                let file = declaration.File

                match known.TryGetValue file with
                | true, answer -> answer
                | _ ->
                    let answer = places.IsGenerated file
                    known.Add(file, answer)
                    answer

        let readings =
            [ for declaration in declarations.All do
                  if interest.Has declaration && not (isGenerated declaration) then
                      let reading = Reading(declaration, wrappers)
                      if not (Seq.isEmpty reading.Calls) then reading ]

        let bodies = readings |> List.choose (fun reading -> Body.Analyse(reading, declarations, wrappers, makers, functions, kinds, tests))

        [ yield! TokenRules(places, kinds).Findings bodies

          for body in bodies do
              yield! fields.Missing body

          for reading in readings do
              yield! fields.Values reading
              yield! repeated.Findings reading
              yield! unsent.Findings reading ]
        |> List.distinctBy (fun finding -> finding.Id, finding.Range, finding.Message)

    let private inOrder (results: FSharpCheckProjectResults) (found: Finding list) =
        let order = Dictionary<string, int>()
        results.AssemblyContents.ImplementationFiles |> List.iteri (fun index file -> order[file.FileName] <- index)

        let orderOf file =
            match order.TryGetValue file with
            | true, index -> index
            | _ -> System.Int32.MaxValue

        found
        |> List.sortBy (fun finding -> orderOf finding.Range.FileName, finding.Range.StartLine, finding.Range.StartColumn, finding.Id)

    /// <summary>All findings of one project, ordered by file and by position in it.</summary>
    /// <param name="results">The checker's results for the project; it must have been made with <c>keepAssemblyContents</c>.</param>
    let check (results: FSharpCheckProjectResults) : Finding list =
        let mutable found = []
        let mutable failure: ExceptionDispatchInfo option = None

        let work =
            Thread(
                (fun () ->
                    try
                        found <- findings results |> inOrder results
                    with error ->
                        failure <- Some(ExceptionDispatchInfo.Capture error)),
                stack
            )

        work.Start()
        work.Join()
        failure |> Option.iter _.Throw()
        found
