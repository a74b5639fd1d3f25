namespace AppFlow.Fluent.FSharp.Analyzers.Rules

open System
open System.Collections.Generic
open FSharp.Compiler.CodeAnalysis
open FSharp.Compiler.Symbols
open FSharp.Compiler.Text
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// <summary>
/// Selects the declarations that concern requests or tokens: only their code is read. Reading the code of a whole project costs as much as checking
/// its types; looking at the names that it uses costs next to nothing.
/// </summary>
type internal Interest(results: FSharpCheckProjectResults, kinds: RequestKinds, declarations: Declarations) =
    let ofEntity = Dictionary<string, bool>()
    let ofMember = Dictionary<string, bool>()

    let isForeign (symbol: FSharpSymbol) =
        let name = symbol.Assembly.SimpleName
        name = "FSharp.Core" || name = "mscorlib" || name = "netstandard" || name.StartsWith("System.", StringComparison.Ordinal)

    let known (answers: Dictionary<string, bool>) (name: string) (ask: unit -> bool) =
        match answers.TryGetValue name with
        | true, answer -> answer
        | _ ->
            let answer = ask ()
            answers[name] <- answer
            answer

    let isOfEntity (entity: FSharpEntity) =
        not (isForeign entity)
        && known ofEntity (Types.nameOf entity) (fun () ->
            entity.Assembly.SimpleName = "AppFlow.Fluent"
            || (kinds.OfEntity entity).IsSome
            || (entity.IsFSharpRecord
                && entity.FSharpFields |> Seq.exists (fun field -> Attributes.isToken field.PropertyAttributes || Attributes.isToken field.FieldAttributes)))

    let isOfMember (target: FSharpMemberOrFunctionOrValue) =
        target.IsModuleValueOrMember
        && not (isForeign target)
        && (target.DeclaringEntity |> Option.exists isOfEntity
            || known ofMember (Members.key target) (fun () ->
                Attributes.isToken target.Attributes
                || Members.parametersOf target |> List.exists (fun parameter -> Attributes.isToken parameter.Attributes)
                || (kinds.OfType target.ReturnParameter.Type).IsSome))

    let isOne (symbol: FSharpSymbol) =
        match symbol with
        | :? FSharpMemberOrFunctionOrValue as target -> isOfMember target
        | :? FSharpEntity as entity -> (entity.IsClass || entity.IsFSharpRecord) && isOfEntity entity
        | :? FSharpField as field -> field.DeclaringEntity |> Option.exists isOfEntity
        | _ -> false

    // A constructor's code is among the members of its class.
    let isConstructor (declaration: Declaration) =
        match declaration.Symbol with
        | Some symbol -> symbol.IsConstructor || symbol.LogicalName = ".cctor"
        | None -> false

    let found = HashSet<int>()

    do
        let byFile = Dictionary<string, List<Declaration>>()

        for declaration in declarations.All do
            match byFile.TryGetValue declaration.File with
            | true, others -> others.Add declaration
            | _ -> byFile.Add(declaration.File, List [ declaration ])

        let ordered = Dictionary<string, Declaration array>()

        for pair in byFile do
            ordered.Add(pair.Key, pair.Value |> Seq.sortBy (fun declaration -> declaration.Start.Line, declaration.Start.Column) |> Array.ofSeq)

        let isAtOrBefore (position: pos) (declaration: Declaration) = Position.posGeq position declaration.Start

        for symbolUse in results.GetAllUsesOfAllSymbols() do
            if isOne symbolUse.Symbol then
                let range = symbolUse.Range

                match ordered.TryGetValue range.FileName with
                | true, all ->
                    // The content of a declaration is between its name and the next declaration's name.
                    let rec last low high =
                        if low >= high then low
                        else
                            let middle = (low + high + 1) / 2
                            if isAtOrBefore range.Start all[middle] then last middle high else last low (middle - 1)

                    if all.Length > 0 then found.Add(all[last 0 (all.Length - 1)].Number) |> ignore

                    for declaration in all do
                        if isConstructor declaration then found.Add declaration.Number |> ignore
                | _ -> ()

    /// Whether the code of a declaration is worth reading.
    member _.Has(declaration: Declaration) = found.Contains declaration.Number
