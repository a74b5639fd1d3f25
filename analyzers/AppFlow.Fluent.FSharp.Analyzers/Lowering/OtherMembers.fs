namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// The results of members that are not the program's own functions: properties, clocks, unique values, unknown values.
module internal OtherMembers =
    /// The name of a member, which identifies repeated questions.
    let symbolOf (target: FSharpMemberOrFunctionOrValue) = Members.typeOf target + "." + target.CompiledName

    let private isMutable (c: Context) (ty: FSharpType) =
        match Types.entityOf ty with
        | Some entity ->
            not (
                entity.IsValueType
                || entity.IsFSharpRecord
                || entity.IsFSharpUnion
                || Types.isString ty
                || (c.Kinds.OfType ty).IsSome
                || Types.isTask ty
            )
        | None -> Types.stripped(ty).HasTypeDefinition

    let private written (arguments: Node list) : Name list =
        [ for argument in arguments do
              match argument.Shape with
              | AddressOf inner ->
                  match inner.Shape with
                  | Use name -> name
                  | _ -> ()
              | _ -> () ]

    let private isAddress (node: Node) =
        match node.Shape with
        | AddressOf inner ->
            match inner.Shape with
            | Use name -> name.Symbol.IsMutable || name.Symbol.IsCompilerGenerated
            | _ -> false
        | _ -> false

    /// Arguments that are only read.
    let lookAt (c: Context) (nodes: Node list) =
        let before = c.IsLookedAt
        c.IsLookedAt <- true

        for node in nodes do
            match c.Value node with
            | Plain term -> c.Add(UseStep(term, Place = node))
            | Func func -> Functions.stored c func node |> ignore

        c.IsLookedAt <- before

    // A call may write through an address, so the variable has a new value from then on.
    let private writeBack (c: Context) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) (place: Node) =
        let kind = if KnownMembers.isItem target then SiteKind.Item else SiteKind.Unknown

        for name in written arguments do
            if name.Symbol.IsMutable || name.Symbol.IsCompilerGenerated then
                c.Assign(c.VariableOf name, c.Make(kind, place), name.Symbol.IsMutable)

    /// A call about which only its arguments are known.
    let unknownCall (c: Context) (receiver: Node option) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) (place: Node) : Term =
        let isOwn = (c.Declarations.Of target).IsSome
        let nodes = Option.toList receiver @ arguments
        let mutable isFunction = false

        let values =
            [ for node in nodes do
                  if not (isAddress node) then
                      match c.Value node with
                      | Func func ->
                          isFunction <- true
                          Functions.stored c func node |> ignore
                      | value ->
                          let term = Functions.keep c (Parts.bare node) value
                          if not (term :? Constant) && isMutable c (Parts.bare node).Type then term ]

        c.Add(CallStep(MayChange = Array.ofList values, MayWriteAnyMember = (isOwn || isFunction), Place = place))
        writeBack c target arguments place

        if Types.isUnit place.Type then Constant.Null
        elif KnownMembers.isItem target then c.Make(SiteKind.Item, place)
        else c.Unknown place

    let private termsOf (c: Context) (receiver: Node option) (arguments: Node list) =
        [| for node in Option.toList receiver @ arguments do
               if not (isAddress node) && not node.Shape.IsUnit then Functions.term c node |]

    // For a text or a collection that cannot change, or for one that can.
    let private size (c: Context) (receiver: Node) (name: string) : Term option =
        let ty = receiver.Type
        let isArray = let ty = Types.stripped ty in ty.HasTypeDefinition && ty.TypeDefinition.IsArrayType
        let isFixed = isArray || Types.isString ty || Types.isList ty

        match name with
        | "get_Length" when isFixed -> Some(TermFactory.Apply(Function.Length, Functions.term c receiver))
        | "get_Count" when not isFixed && Types.name ty <> "" -> Some(TermFactory.Apply(Function.Count, Functions.term c receiver))
        | "get_IsEmpty" -> Some(Loops.isEmpty (Functions.term c receiver) ty)
        | _ -> None

    let private isClock (c: Context) (target: FSharpMemberOrFunctionOrValue) (receiver: Node option) (arguments: Node list) (place: Node) : Term option =
        match Clocks.grainOf target with
        | Some grain ->
            receiver |> Option.iter (fun receiver -> Functions.term c receiver |> ignore)
            Some(c.Make(SiteKind.Clock, place, grain))
        | None ->
            match Clocks.readingOf target, receiver, arguments with
            | Some grain, Some receiver, _ -> Some(Formats.reading c (Functions.term c receiver) grain (symbolOf target) place)
            | Some grain, None, [ value ] -> Some(Formats.reading c (Functions.term c value) grain (symbolOf target) place)
            | _, Some receiver, _ when target.CompiledName = "ToString" && Types.isPointInTime receiver.Type ->
                let format =
                    arguments
                    |> List.tryPick (fun argument ->
                        match (Parts.bare argument).Shape with
                        | Const(:? string as text) -> Some text
                        | _ -> None)

                let value = Functions.term c receiver
                let others = arguments |> List.map (Functions.term c)

                match format, List.filter (fun (argument: Node) -> Types.isString argument.Type && not argument.Shape.IsNull) arguments with
                | None, _ :: _ -> Some(Context.Pure("format", Array.ofList (value :: others)))
                | _ -> Some(Formats.asText c value receiver.Type (defaultArg format "") place)
            | _ -> None

    let private isSeeded (c: Context) (receiver: Node option) =
        match receiver with
        | Some node ->
            let rec seeded (node: Node) =
                match (Parts.bare node).Shape with
                | Create(_, seed :: _) -> seed.Shape.IsConst
                | Use name ->
                    match c.Initial.TryGetValue name with
                    | true, value -> seeded value
                    | _ -> false
                | _ -> false

            seeded node
        | None -> false

    let private isGivenByService (receiver: Node) name =
        List.contains name [ "ConnectorArn"; "RequestId"; "ClientToken" ]
        && (let typeName = Types.name receiver.Type in typeName.StartsWith "AppFlow.Fluent." && typeName.EndsWith "Response")

    // A question about a failure, a request, or anything else.
    let private property (c: Context) (receiver: Node) (target: FSharpMemberOrFunctionOrValue) (place: Node) : Term =
        let name = Members.propertyName target
        let isFailure = Matches.isException receiver.Type

        match c.Kinds.OfType receiver.Type |> Option.bind (fun kind -> kind.FieldNamed name) with
        | Some field -> TermFactory.Apply(Function(FunctionKind.StableMember, field.Field), Functions.term c receiver)
        | None ->
            let value = Functions.term c receiver

            match name with
            | "MayHaveBeenApplied" when isFailure -> TermFactory.Not(TermFactory.Apply(Function(FunctionKind.FailureIs, FailureTests.NotApplied), value))
            | "IsRetryable" when isFailure -> TermFactory.Apply(Function(FunctionKind.FailureIs, FailureTests.IsRetryable), value)
            | "ErrorCode" when isFailure -> Context.Pure(Operators.ErrorCode, value)
            | "ClientToken" when isFailure ->
                if not c.IsLookedAt then c.Add(ContinueStep(value, Place = place))
                Context.Pure(symbolOf target, value)
            | ("IsSome" | "IsNone") when Types.isOption receiver.Type -> if name = "IsSome" then TermFactory.IsNotNull value else TermFactory.IsNull value
            | "Value" when Types.isOption receiver.Type -> Matches.optionValue value
            | "IsCompletedSuccessfully" when Types.isTask receiver.Type -> TermFactory.Apply(Function.Succeeded, value)
            | "IsFaulted" when Types.isTask receiver.Type -> TermFactory.Apply(Function.Failed, value)
            | _ when (Matches.caseNamed receiver.Type name).IsSome -> Matches.isCase (Matches.caseNamed receiver.Type name).Value value
            | _ when KnownMembers.isItem target -> c.Make(SiteKind.Item, place)
            | _ when KnownMembers.isReadAnew target -> c.Unknown place
            | _ ->
                let isStable =
                    match Types.entityOf receiver.Type with
                    | Some entity -> entity.IsFSharpRecord || entity.IsFSharpUnion || entity.IsValueType || Types.nameOf entity = "System.String"
                    | None -> false

                let held = TermFactory.Apply(Function((if isStable then FunctionKind.StableMember else FunctionKind.Member), symbolOf target), value)

                if isGivenByService receiver name then
                    // The service gives these with each answer, so the path on which one is empty ends here.
                    let empty, goesOn = c.Graph.NewBlock(), c.Graph.NewBlock()
                    c.Graph.Branch(TermFactory.Or(TermFactory.IsNull held, TermFactory.Apply(Function.IsEmptyText, held)), empty, goesOn)
                    c.Graph.Resume empty
                    c.Graph.Current.Return()
                    c.Graph.Resume goesOn

                held

    // A token that a cancellation carries is read from its data.
    let private readsToken (c: Context) (receiver: Node option) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) (place: Node) =
        match receiver, arguments with
        | Some(Shaped(Call(Some failure, data, _))), [ key ] when target.CompiledName = "get_Item" && data.CompiledName = "get_Data" && Matches.isException failure.Type ->
            match (Parts.bare key).Shape with
            | Const(:? string as name) when name = "ClientToken" && not c.IsLookedAt -> c.Add(ContinueStep(Functions.term c failure, Place = place))
            | _ -> ()
        | _ -> ()

    /// A call of a member of .NET or of another library.
    let call (c: Context) (receiver: Node option) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) (place: Node) : Term =
        let name = target.CompiledName
        let plain = arguments |> List.filter (fun argument -> not argument.Shape.IsUnit)

        if KnownMembers.isFresh target && not (isSeeded c receiver) then
            for node in Option.toList receiver @ arguments do
                Functions.term c node |> ignore

            c.Make(SiteKind.Fresh, place)
        else
            match isClock c target receiver plain place with
            | Some clock -> clock
            | None ->
                readsToken c receiver target plain place

                match receiver, name, plain with
                | None, "IsNullOrEmpty", [ text ] ->
                    let value = Functions.term c text
                    TermFactory.Or(TermFactory.IsNull value, TermFactory.Apply(Function.IsEmptyText, value))
                | None, "IsNullOrWhiteSpace", [ text ] ->
                    let value = Functions.term c text
                    TermFactory.Or(TermFactory.IsNull value, TermFactory.Apply(Function.IsBlankText, value))
                | Some receiver, ("get_Length" | "get_Count" | "get_IsEmpty"), [] when (size c receiver name).IsSome -> (size c receiver name).Value
                | Some receiver, _, [] when name.StartsWith "get_" -> property c receiver target place
                | Some receiver, "ToString", _ when Types.isString receiver.Type -> Functions.term c receiver
                | Some receiver, "ToString", _ -> Context.Pure("text", termsOf c (Some receiver) arguments)
                | None, _, [] when name.StartsWith "get_" -> TermFactory.Apply(Function(FunctionKind.StableMember, symbolOf target))
                | Some receiver, "get_Item", [ key ] -> TermFactory.Apply(Function.Element, Functions.term c receiver, Functions.term c key)
                | _ when KnownMembers.onlyLooks target && (Types.isUnit place.Type || not (KnownMembers.isPure target)) ->
                    lookAt c (Option.toList receiver @ arguments)
                    if Types.isUnit place.Type then Constant.Null else c.Unknown place
                | _ when KnownMembers.isPure target && not (List.exists isAddress arguments) -> Context.Pure(symbolOf target, termsOf c receiver arguments)
                | _ when KnownMembers.isQuery target ->
                    let terms = termsOf c receiver arguments
                    let answer = c.NewVariable()
                    c.Assign(answer, TermFactory.Apply(Function(FunctionKind.Query, symbolOf target), terms))
                    writeBack c target arguments place
                    answer
                | _ when KnownMembers.hasNoEffect target ->
                    termsOf c receiver arguments |> ignore
                    if Types.isUnit place.Type then Constant.Null else c.Unknown place
                | _ -> unknownCall c receiver target arguments place
