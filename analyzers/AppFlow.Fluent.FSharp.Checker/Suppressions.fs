namespace AppFlow.Fluent.FSharp.Checker

open System
open FSharp.Compiler.CodeAnalysis
open FSharp.Compiler.Symbols
open FSharp.Compiler.Text
open AppFlow.Fluent.FSharp.Analyzers

/// <c>[&lt;SuppressMessage("…", "AFF1003")&gt;]</c> on a member, a type, a module or the assembly.
module internal Suppressions =
    /// A member, a function, a value or an action of a module. It extends to the start of the next one, because the ranges of computations are incomplete.
    [<NoComparison>]
    type private Part =
        {
            Start: range
            /// The rules that attributes on it or on its containers name.
            Ids: string list
            /// Its documentation id, and those of its containers.
            Signatures: string list
        }

    let private attributes =
        set
            [
                "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute"
                "System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute"
            ]

    /// The rule that an attribute names, and the name of its target, if the attribute gives one.
    let private read (attribute: FSharpAttribute) =
        if attribute.AttributeType.TryFullName |> Option.exists attributes.Contains then
            match List.ofSeq attribute.ConstructorArguments with
            | [ _; (_, (:? string as check)) ] ->
                let named name =
                    attribute.NamedArguments
                    |> Seq.tryPick (fun (_, argument, _, value) ->
                        match value with
                        | :? string as text when argument = name -> Some text
                        | _ -> None)

                // A title may follow the id.
                Some((check.Split(':')[0]).Trim().ToUpperInvariant(), named "Target")
            | _ -> None
        else
            None

    let private idsOf (attributes: FSharpAttribute seq) = attributes |> Seq.choose read |> Seq.map fst |> List.ofSeq

    // In the tree, a type's members are siblings of the type.
    let rec private enclosing (entity: FSharpEntity option) =
        match entity with
        | None -> []
        | Some entity -> entity :: enclosing entity.DeclaringEntity

    let rec private partsOf (around: FSharpEntity list) (declaration: FSharpImplementationFileDeclaration) =
        let part (start: range) ids signatures (around: FSharpEntity list) =
            [
                {
                    Start = start
                    Ids = ids @ (around |> List.collect (fun entity -> idsOf entity.Attributes))
                    Signatures = signatures @ (around |> List.map _.XmlDocSig)
                }
            ]

        match declaration with
        | FSharpImplementationFileDeclaration.Entity(entity, inner) -> inner |> List.collect (partsOf (entity :: around))
        | FSharpImplementationFileDeclaration.MemberOrFunctionOrValue(value, _, _) ->
            part value.DeclarationLocation (idsOf value.Attributes) [ value.XmlDocSig ] (around @ enclosing value.DeclaringEntity)
        | FSharpImplementationFileDeclaration.InitAction action -> part action.Range [] [] around

    /// Whether an attribute of the assembly with this target applies to the part.
    let private isTarget (target: string) (part: Part) =
        let name = target.TrimStart '~'
        let isNamed (signature: string) = signature = name || signature.EndsWith(":" + name, StringComparison.Ordinal)
        part.Signatures |> List.exists isNamed

    /// The findings that no attribute suppresses.
    let apply (results: FSharpCheckProjectResults) (findings: Finding list) =
        if findings.IsEmpty then
            []
        else
            let ofAssembly = results.AssemblySignature.Attributes |> Seq.choose read |> List.ofSeq

            let parts =
                results.AssemblyContents.ImplementationFiles
                |> List.collect _.Declarations
                |> List.collect (partsOf [])
                |> List.groupBy (fun part -> part.Start.FileName)
                |> Map.ofList

            let partOf (finding: Finding) =
                let place = finding.Range

                parts
                |> Map.tryFind place.FileName
                |> Option.defaultValue []
                |> List.filter (fun part -> not (Position.posGt part.Start.Start place.Start))
                |> List.sortBy (fun part -> part.Start.StartLine, part.Start.StartColumn)
                |> List.tryLast

            findings
            |> List.filter (fun finding ->
                let part = partOf finding

                let isSuppressed =
                    part |> Option.exists (fun part -> List.contains finding.Id part.Ids)
                    || ofAssembly
                       |> List.exists (fun (id, target) ->
                           id = finding.Id
                           && match target with
                              | None -> true
                              | Some target -> part |> Option.exists (isTarget target))

                not isSuppressed)
