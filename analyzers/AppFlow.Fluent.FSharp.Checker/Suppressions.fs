namespace AppFlow.Fluent.FSharp.Checker

open System
open FSharp.Compiler.CodeAnalysis
open FSharp.Compiler.Symbols
open FSharp.Compiler.Text
open AppFlow.Fluent.FSharp.Analyzers

/// <c>[&lt;SuppressMessage("…", "AFF1003")&gt;]</c> on a member, a type, a module or the assembly.
module internal Suppressions =
    /// Where a rule has no say.
    [<NoComparison>]
    type private Suppression =
        {
            Id: string
            /// None for the whole assembly.
            Scope: range list option
        }

    let private attributes =
        set
            [
                "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute"
                "System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute"
            ]

    /// The rule that an attribute names, and the name of what it is about, where it says so itself.
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
                Some((check.Split(':')[0]).Trim().ToUpperInvariant(), named "Scope", named "Target")
            | _ -> None
        else
            None

    let private idsOf (attributes: FSharpAttribute seq) = attributes |> Seq.choose read |> Seq.map (fun (id, _, _) -> id) |> List.ofSeq

    let rec private rangesOf (declaration: FSharpImplementationFileDeclaration) =
        match declaration with
        | FSharpImplementationFileDeclaration.Entity(entity, inner) -> entity.DeclarationLocation :: List.collect rangesOf inner
        | FSharpImplementationFileDeclaration.MemberOrFunctionOrValue(value, _, body) -> [ Range.unionRanges value.DeclarationLocation body.Range ]
        | FSharpImplementationFileDeclaration.InitAction body -> [ body.Range ]

    // A type's members stand beside it in the tree.
    let rec private enclosing (entity: FSharpEntity option) =
        match entity with
        | None -> []
        | Some entity -> entity :: enclosing entity.DeclaringEntity

    let rec private inDeclaration (declaration: FSharpImplementationFileDeclaration) =
        let ids, signatures, inner =
            match declaration with
            | FSharpImplementationFileDeclaration.Entity(entity, inner) -> idsOf entity.Attributes, [ entity.XmlDocSig ], inner
            | FSharpImplementationFileDeclaration.MemberOrFunctionOrValue(value, _, _) ->
                let outer = enclosing value.DeclaringEntity
                idsOf value.Attributes @ (outer |> List.collect (fun entity -> idsOf entity.Attributes)), value.XmlDocSig :: (outer |> List.map _.XmlDocSig), []
            | FSharpImplementationFileDeclaration.InitAction _ -> [], [], []

        (declaration, ids, signatures) :: List.collect inDeclaration inner

    let private all (results: FSharpCheckProjectResults) =
        let declarations =
            results.AssemblyContents.ImplementationFiles |> List.collect _.Declarations |> List.collect inDeclaration

        let ofAssembly =
            results.AssemblySignature.Attributes
            |> Seq.choose read
            |> Seq.choose (fun (id, scope, target) ->
                match target with
                | None -> Some { Id = id; Scope = None }
                | Some target ->
                    let name = target.TrimStart '~'
                    let isNamed signature = signature = name || (scope.IsSome && not (name.Contains ':') && signature.EndsWith(":" + name, StringComparison.Ordinal))

                    match declarations |> List.filter (fun (_, _, signatures) -> List.exists isNamed signatures) with
                    | [] -> None
                    | named -> Some { Id = id; Scope = Some(named |> List.collect (fun (declaration, _, _) -> rangesOf declaration)) })

        [
            yield! ofAssembly
            for declaration, ids, _ in declarations do
                for id in ids do
                    { Id = id; Scope = Some(rangesOf declaration) }
        ]

    /// The findings that no attribute suppresses.
    let apply (results: FSharpCheckProjectResults) (findings: Finding list) =
        if findings.IsEmpty then
            []
        else
            let suppressions = all results

            findings
            |> List.filter (fun finding ->
                suppressions
                |> List.forall (fun suppression ->
                    suppression.Id <> finding.Id
                    || match suppression.Scope with
                       | None -> false
                       | Some ranges -> ranges |> List.forall (fun range -> not (Range.rangeContainsRange range finding.Range))))
