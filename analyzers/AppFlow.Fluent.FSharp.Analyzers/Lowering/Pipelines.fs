namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Polly's pipelines and policies, which may run a function again after a failure.
module internal Pipelines =
    let private mostLinks = 64

    let private isOfPolly (name: string) =
        name = "Polly" || name.StartsWith("Polly.", System.StringComparison.Ordinal)

    /// Whether a member runs a function within a pipeline or a policy.
    let runs (target: FSharpMemberOrFunctionOrValue) =
        List.contains target.CompiledName [ "Execute"; "ExecuteAsync"; "ExecuteAndCapture"; "ExecuteAndCaptureAsync"; "ExecuteOutcomeAsync" ]
        && isOfPolly (Members.typeOf target)

    let private retries (target: FSharpMemberOrFunctionOrValue) =
        let name = target.CompiledName

        name.Contains "Retry"
        || name.Contains "Hedging"
        || List.contains name [ "AddStrategy"; "AddResilienceEnricher"; "AddConcurrencyAndRetry" ]

    // A builder in a local gets its strategies in separate statements, or from a function that gets it.
    let private addsRetry (name: Name) (body: Node) =
        body
        |> Parts.exists (fun node ->
            match node.Shape with
            | Call(receiver, target, arguments) ->
                let first = Option.toList receiver @ arguments |> List.map Parts.bare

                first |> List.exists (fun node -> node.Shape.IsUse && Parts.uses name node > 0)
                && (not (isOfPolly (Members.typeOf target)) || retries target)
            | _ -> false)

    /// The code that makes a pipeline, and what its names denote: values of the same code, or arguments, which the caller's code makes.
    [<NoComparison; ReferenceEquality>]
    type private Making =
        { Body: Node
          Find: Name -> (Making * Node) option }

    let rec private outermost (frame: Frame) =
        match frame.Outer with
        | Some outer -> outermost outer
        | None -> frame

    let rec private bindings (node: Node) : (Name * Node) seq =
        seq {
            match node.Shape with
            | Let(name, value, _) when not name.Symbol.IsMutable -> name, value
            | _ -> ()

            for part in Parts.of' node do
                yield! bindings part
        }

    let private ofBody (c: Context) (body: Node) : Making =
        let rec making = { Body = body; Find = fun name -> find name }

        and find name =
            match c.Initial.TryGetValue name with
            | true, value -> Some(making, value)
            | _ -> None

        making

    // The code of a function of the project, or of a constructor whose arguments are not in sight.
    let private ofDeclaration (caller: Making) (parameters: Name list) (arguments: Node list) (body: Node) : Making =
        let values = lazy (List.ofSeq (bindings body))
        let given = List.zip (List.truncate arguments.Length parameters) (List.truncate parameters.Length arguments)
        let isOne (name: Name) (other: Name, _) = obj.ReferenceEquals(name, other)

        let rec making = { Body = body; Find = fun name -> find name }

        and find name =
            match List.tryFind (isOne name) given, List.tryFind (isOne name) values.Value with
            | Some(_, argument), _ -> Some(caller, argument)
            | None, Some(_, value) -> Some(making, value)
            | None, None -> None

        making

    /// False only if the whole construction of the pipeline is in sight, and has neither a retry nor hedging.
    let rec private mayRetry (c: Context) links (making: Making) (pipeline: Node) : bool =
        let pipeline = Parts.bare pipeline
        let next = mayRetry c (links + 1) making
        let isBuilder = (Types.name pipeline.Type).Contains "Builder"

        if links > mostLinks then
            true
        else
            match pipeline.Shape with
            | Use name ->
                match making.Find name with
                | Some(other, value) -> (isBuilder && addsRetry name making.Body) || mayRetry c (links + 1) other value
                | None -> true
            | Let(_, _, last)
            | Sequence(_, last) -> next last
            | If(_, one, other) -> next one || next other
            | Match(_, arms) -> arms |> List.exists (snd >> next)
            | ReadField(_, field) ->
                match c.Declarations.OnlyValue field with
                | Some(body, value) -> mayRetry c (links + 1) (ofDeclaration making [] [] body) value
                | None -> true
            | Call(receiver, target, arguments) when isOfPolly (Members.typeOf target) ->
                match Option.toList receiver @ arguments with
                | _ when retries target -> true
                | [] -> not (List.contains target.CompiledName [ "get_Empty"; "get_Null" ])
                | parts when List.contains target.CompiledName [ "Wrap"; "WrapAsync"; "AddPipeline" ] -> List.exists next parts
                | first :: _ when receiver.IsSome || isOfPolly (Types.name (Parts.bare first).Type) -> next first
                // Policy.TimeoutAsync(…) consists of nothing else.
                | _ -> false
            | Call(receiver, target, arguments) when not target.IsMutable && not target.IsDispatchSlot ->
                match c.Declarations.Of target with
                | Some declaration ->
                    let inner = ofDeclaration making declaration.Parameters (Option.toList receiver @ arguments) declaration.Body
                    mayRetry c (links + 1) inner declaration.Body
                | None -> true
            | Create(target, _) -> not ((Members.typeOf target).StartsWith "Polly.ResiliencePipelineBuilder")
            // Polly's own static fields are pipelines without a strategy.
            | StaticField owner -> not (isOfPolly (Types.name owner))
            | _ -> true

    let private isRetry (c: Context) (pipeline: Node) =
        match c.Frame with
        | Some frame -> mayRetry c 0 (ofBody c (outermost frame).Body) pipeline
        | None -> true

    let private once (c: Context) (func: Func) (place: Node) : Term =
        let count =
            match func with
            | Code(parameters, _, _) -> parameters.Length
            | _ -> 1

        match Functions.call c func [ for _ in 1..count -> Plain(c.Unknown place) ] place with
        | Plain term -> Requests.awaited c term place
        | Func(Cold _ as computation) ->
            match Functions.call c computation [] place with
            | Plain term -> term
            | Func func -> Functions.stored c func place
        | Func func -> Functions.stored c func place

    let private repeated (c: Context) (func: Func) (place: Node) : Term =
        let body = Functions.bodyOf func
        let loop = Functions.loopOf c body "pipeline" [] [ body ]
        let head, exit = c.Graph.NewBlock(), c.Graph.NewBlock()
        Functions.beginRound c loop head
        let handler = Handler(Site(SiteKind.Failure, place), c.Graph.NewBlock())
        c.Graph.PushHandler handler
        c.Pipelines <- c.Pipelines + 1
        let result = once c func body
        c.Pipelines <- c.Pipelines - 1
        c.Graph.PopHandler()
        c.Graph.Continue exit
        c.Graph.Resume handler.First
        let again, givesUp = c.Graph.NewBlock(), c.Graph.NewBlock()
        c.Fork(place, again, givesUp)
        c.Graph.Resume again
        Functions.again c loop head
        c.Graph.Resume givesUp
        c.Graph.Throw handler.Failure.Value
        c.Graph.Resume exit
        result

    /// The result of a function that a pipeline runs; none if no function is in sight.
    let run (c: Context) (pipeline: Node option) (arguments: Node list) (place: Node) : Term option =
        let values = arguments |> List.map c.Value

        values
        |> List.tryPick (function
            | Func(Cold _) -> None
            | Func func -> Some func
            | Plain _ -> None)
        |> Option.map (fun func ->
            let result = c.NewVariable()
            // The function has already been awaited.
            c.Results.Add result |> ignore
            let mayRepeat = pipeline |> Option.forall (isRetry c)
            c.Assign(result, (if mayRepeat then repeated c func place else once c func place))
            result)
