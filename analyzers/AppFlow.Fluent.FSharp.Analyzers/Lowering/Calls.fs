namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Calls of the program's functions, of FSharp.Core and of other libraries.
module internal Calls =
    let private mostNested = 4

    /// Whether code never reaches its end.
    let rec neverReturns (c: Context) depth (node: Node) : bool =
        match node.Shape with
        | Sequence(one, other)
        | Let(_, one, other) -> neverReturns c depth one || neverReturns c depth other
        | If(condition, whenTrue, whenFalse) -> neverReturns c depth condition || (neverReturns c depth whenTrue && neverReturns c depth whenFalse)
        | Match(_, arms) -> not arms.IsEmpty && arms |> List.forall (fun (_, body) -> neverReturns c depth body)
        | Coerce inner
        | TryFinally(inner, _) -> neverReturns c depth inner
        | Call(_, target, _) when KnownMembers.raises target -> true
        | Call(_, target, _) when depth < mostNested ->
            match c.Declarations.Of target with
            | Some declaration when not declaration.Parameters.IsEmpty && not target.IsDispatchSlot -> neverReturns c (depth + 1) declaration.Body
            | _ -> false
        | _ -> false

    let private thrown (c: Context) (arguments: Node list) : Term =
        let rec failure (node: Node) =
            match (Parts.bare node).Shape with
            | Use name ->
                match c.Failures.TryGetValue name with
                | true, caught -> Some caught
                | _ -> Some(c.VariableOf name :> Term)
            | Call(None, target, [ inner ]) when target.CompiledName = "UnboxGeneric" || target.CompiledName = "Capture" -> failure inner
            | _ -> None

        let isException (node: Node) = Matches.isException (Parts.bare node).Type

        for argument in arguments do
            Functions.term c argument |> ignore

        arguments
        |> List.tryPick (fun argument -> if isException argument then failure argument else None)
        |> Option.toObj
        |> c.Graph.Throw

        Constant.Null

    // A rethrow throws the failure that the handler caught; any other raise throws its argument.
    let private raised (c: Context) (receiver: Node option) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) : Term =
        match target.CompiledName, receiver, c.Caught with
        | "Reraise", _, failure :: _ ->
            c.Graph.Throw(c.Failures[failure])
            Constant.Null
        | "Throw", Some(Shaped(Call(None, _, captured))), _ -> thrown c captured
        | _ -> thrown c arguments

    /// The function that a declaration declares.
    let private funcOf (declaration: Declaration) (target: FSharpMemberOrFunctionOrValue) : Func =
        Code(declaration.Parameters, declaration.Body, Members.key target)

    let private isRunning (c: Context) (body: Node) =
        let rec look (frame: Frame option) =
            match frame with
            | Some frame -> obj.ReferenceEquals(frame.Body, body) || look frame.Outer
            | None -> false

        look c.Frame

    // An extension that takes a request and returns one is read; any other function may do anything with it.
    let private isExtension (c: Context) (receiver: Node option) (target: FSharpMemberOrFunctionOrValue) =
        match receiver with
        | Some receiver when target.IsExtensionMember ->
            match c.Kinds.OfType (Parts.bare receiver).Type, c.Kinds.OfType target.ReturnParameter.Type with
            | Some one, Some other -> obj.ReferenceEquals(one, other)
            | _ -> false
        | _ -> false

    // A function that tests a caught exception is lowered, so that its code gives the answer.
    let private asksFailure (c: Context) (arguments: Node list) (place: Node) =
        Types.name place.Type = "System.Boolean"
        && not c.Caught.IsEmpty
        && arguments
           |> List.exists (fun argument ->
               match (Parts.bare argument).Shape with
               | Use _ -> Matches.isException (Parts.bare argument).Type
               | _ -> false)

    /// A call of a function or member of the project.
    let ofProject (c: Context) (declaration: Declaration) (receiver: Node option) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) (place: Node) : Val =
        let nodes = Option.toList receiver @ arguments

        let isFunction (node: Node) =
            match (Parts.bare node).Shape with
            | Lambda _
            | Compose _
            | Computation(true, _) -> c.Concerns node
            | Use name -> c.Bound.ContainsKey name
            | Apply(Shaped(Use name), _) -> c.Bound.ContainsKey name && (Types.stripped node.Type).IsFunctionType
            | _ -> false

        let run () =
            let argument (node: Node) =
                match (Parts.bare node).Shape with
                | Computation(true, body) -> Func(Cold body)
                | _ -> c.Value node

            let values = nodes |> List.map argument
            Functions.call c (funcOf declaration target) (Functions.unitFor declaration.Parameters values) place

        let isWithin = (receiver.IsNone || not target.IsDispatchSlot) && not declaration.Parameters.IsEmpty

        if isWithin && (isRunning c declaration.Body || isExtension c receiver target || asksFailure c arguments place) then
            run ()
        elif isWithin && List.exists isFunction nodes then
            match run () with
            | Plain term when (c.Kinds.OfType place.Type).IsSome ->
                // A request that a function returns is unknown, whatever its body says.
                Functions.keep c place (Plain term) |> ignore
                Plain(c.Unknown place)
            | value -> value
        elif isWithin && c.PureFunctions.Has(target, declaration, nodes) then
            Plain(Context.Pure(Members.key target, [| for node in nodes -> Functions.term c node |]))
        else
            let value = OtherMembers.unknownCall c receiver target arguments place

            if isWithin && neverReturns c 0 declaration.Body then
                c.Graph.Throw null
                Plain Constant.Null
            elif isWithin then
                Plain(Requests.made c declaration nodes place value)
            else
                Plain value

    /// A value of a module, or the content of a field that is set once.
    let ofValue (c: Context) (target: FSharpMemberOrFunctionOrValue) (initial: Node) : Term =
        match Constants.only c.Declarations initial with
        | Some constant when not target.IsMutable -> Constant constant
        | _ -> TermFactory.Apply(Function((if target.IsMutable then FunctionKind.Member else FunctionKind.StableMember), OtherMembers.symbolOf target))

    let private collectionOf (target: FSharpMemberOrFunctionOrValue) (receiver: Node option) (others: Node list) =
        match receiver with
        | Some receiver -> Some receiver
        | None -> if Collections.isOfModule target then List.tryLast others else List.tryHead others

    // A function that a collection's function runs for its items.
    let private ofCollection (c: Context) (collected: CollectionUse) (receiver: Node option) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) (place: Node) : Term option =
        let funcs, others =
            arguments
            |> List.map (fun argument ->
                match c.Value argument with
                | Func(Cold _) -> argument, Choice2Of2(Requests.begun c argument)
                | Func func -> argument, Choice1Of2 func
                | Plain term -> argument, Choice2Of2 term)
            |> List.partition (fun (_, value) -> value.IsChoice1Of2)

        let funcs =
            funcs
            |> List.choose (fun (_, value) ->
                match value with
                | Choice1Of2 func -> Some func
                | Choice2Of2 _ -> None)

        let others =
            others
            |> List.choose (fun (node, value) ->
                match value with
                | Choice2Of2 term -> Some(node, term)
                | Choice1Of2 _ -> None)

        let source node =
            others
            |> List.tryPick (fun (other, term) -> if obj.ReferenceEquals(other, node) then Some term else None)
            |> Option.defaultWith (fun () -> Functions.term c node)

        let collection = collectionOf target receiver (List.map fst others)
        let name = target.CompiledName
        let isUnit = Types.isUnit place.Type

        match collected, funcs, collection with
        | _, [], _ -> None
        | Fold isStateFirst, func :: _, Some _ when Collections.isOfOption target && others.Length = 2 ->
            let initial, option = if isStateFirst then snd others[0], snd others[1] else snd others[1], snd others[0]
            Some(Operators.foldOption c func initial option isStateFirst place)
        | Fold isStateFirst, func :: _, Some _ when others.Length = 2 ->
            let (initial, collection) = if isStateFirst then snd others[0], fst others[1] else snd others[1], fst others[0]
            Some(Loops.fold c func collection (source collection) initial isStateFirst)
        | Fold _, func :: _, Some collection ->
            let arguments item = [ Plain(c.Unknown place); Plain item; Plain item ]
            Loops.run c func collection (source collection) arguments (fun value -> Functions.keep c place value |> ignore)
            Some(c.Unknown place)
        | Once, func :: _, Some collection -> Some(Operators.once c name func (source collection) (Types.isOption (Parts.bare collection).Type) place)
        | ForEach, funcs, Some collection ->
            let value = source collection

            for func in funcs do
                if c.Concerns(Functions.bodyOf func) || not (Seq.isEmpty (Functions.assigned c [ Functions.bodyOf func ])) then
                    Loops.plain c target func collection value

            Some(if isUnit then Constant.Null else c.Unknown place)
        | Initialize, func :: _, _ ->
            Loops.run c func place (c.Unknown place) (fun _ -> [ Plain(c.Make(SiteKind.Counter, place)) ]) (fun value -> Functions.keep c place value |> ignore)
            Some(c.Unknown place)
        | _ -> None

    // Their argument is a computation, a task, or several of them.
    let private asyncFunctions =
        [ "RunSynchronously"
          "Parallel"
          "Sequential"
          "StartAsTask"
          "Start"
          "StartImmediate"
          "StartImmediateAsTask"
          "StartChild"
          "Catch"
          "AwaitTask"
          "Ignore" ]

    // Functions of FSharp.Core that run their argument, or pass it on.
    let private ofCore (c: Context) (receiver: Node option) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) (place: Node) : Val option =
        let plain (term: Term) = Some(Plain term)

        let runs (func: Node) values =
            match c.Value func with
            | Func func -> Some(Functions.call c func values place)
            | Plain term ->
                c.Add(UseStep(term, Place = place))
                c.Add(CallStep(MayWriteAnyMember = true, Place = place))
                plain (c.Unknown place)

        match Members.typeOf target, target.CompiledName, arguments with
        | _, "CreateSequence", [ items ] -> Some(c.Value items)
        | "Microsoft.FSharp.Core.Operators", "Ignore", [ value ] ->
            Functions.term c value |> ignore
            plain Constant.Null
        | "Microsoft.FSharp.Core.Operators", "Identity", [ value ] -> Some(c.Value value)
        | "Microsoft.FSharp.Core.Operators", "DefaultArg", [ option; otherwise ]
        | ("Microsoft.FSharp.Core.OptionModule" | "Microsoft.FSharp.Core.ValueOption"), "DefaultValue", [ otherwise; option ] ->
            let option = Functions.term c option
            let otherwise = Functions.term c otherwise
            plain (Operators.orDefault c option (fun () -> otherwise))
        | ("Microsoft.FSharp.Core.OptionModule" | "Microsoft.FSharp.Core.ValueOption"), "OrElse", [ otherwise; option ] ->
            Functions.term c option |> ignore
            Functions.term c otherwise |> ignore
            plain (c.Unknown place)
        | "Microsoft.FSharp.Core.ResultModule", ("IsOk" | "IsError" as name), [ result ] ->
            Matches.caseNamed (Parts.bare result).Type name
            |> Option.map (fun case -> Plain(Matches.isCase case (Functions.term c result)))
        | "Microsoft.FSharp.Core.Operators", "Lock", [ mutex; func ] ->
            Functions.term c mutex |> ignore
            runs func [ Plain Constant.Null ]
        | "Microsoft.FSharp.Core.Operators", "Using", [ resource; func ] ->
            let resource = c.Value resource
            runs func [ resource ]
        | "Microsoft.FSharp.Core.FSharpRef`1", "get_Value", _ when receiver.IsSome ->
            plain (TermFactory.Apply(Function(FunctionKind.Member, "cell"), Functions.term c receiver.Value))
        | "Microsoft.FSharp.Core.FSharpRef`1", "set_Value", [ value ] when receiver.IsSome ->
            let cell = Functions.term c receiver.Value
            let value = Functions.keep c value (c.Value value)
            c.Add(StoreStep(TermFactory.Apply(Function(FunctionKind.Member, "cell"), cell) :?> Apply, value, Place = place))
            plain Constant.Null
        | "Microsoft.FSharp.Core.Operators", "Ref", [ value ] ->
            let value = Functions.keep c value (c.Value value)
            let cell = c.Unknown place
            c.Add(StoreStep(TermFactory.Apply(Function(FunctionKind.Member, "cell"), cell) :?> Apply, value, IsOfNewObject = true, Place = place))
            plain cell
        | _, "op_Dereference", [ cell ] -> plain (TermFactory.Apply(Function(FunctionKind.Member, "cell"), Functions.term c cell))
        | _, ("op_ColonEquals"), [ cell; value ] ->
            let cell = Functions.term c cell
            let value = Functions.keep c value (c.Value value)
            c.Add(StoreStep(TermFactory.Apply(Function(FunctionKind.Member, "cell"), cell) :?> Apply, value, Place = place))
            plain Constant.Null
        | "Microsoft.FSharp.Control.FSharpAsync", name, first :: others when List.contains name asyncFunctions ->
            for other in others do
                Functions.term c other |> ignore

            match target.CompiledName with
            | "RunSynchronously" -> plain (Requests.await c first Here place)
            | "Ignore"
            | "AwaitTask"
            | "StartAsTask"
            | "StartImmediateAsTask"
            | "StartChild" -> plain (Requests.begun c first)
            | "Catch" ->
                Requests.await c first WithMore place |> ignore
                plain (c.Unknown place)
            | _ ->
                Requests.begun c first |> ignore
                plain (if Types.isUnit place.Type then Constant.Null :> Term else c.Unknown place)
        | "Microsoft.FSharp.Control.LazyExtensions", "Create", [ func ] ->
            match c.Value func with
            | Func func -> plain (Functions.stored c func place)
            | Plain term -> plain term
        | "Microsoft.FSharp.Collections.SeqModule", "Delay", [ func ] -> runs func [ Plain Constant.Null ]
        | "Microsoft.FSharp.Collections.SeqModule", "Singleton", [ value ] ->
            Functions.keep c (Parts.bare value) (c.Value value) |> ignore
            plain (c.Unknown place)
        | "Microsoft.FSharp.Core.LanguagePrimitives+IntrinsicFunctions", ("GetArray" | "GetString"), [ items; index ]
        | "Microsoft.FSharp.Core.LanguagePrimitives.IntrinsicFunctions", ("GetArray" | "GetString"), [ items; index ] ->
            let items = Functions.term c items
            plain (TermFactory.Apply(Function.Element, items, Functions.term c index))
        | _ when Collections.isSame target && arguments.Length = 1 -> Some(c.Value arguments.Head)
        | _, ("IsEmpty"), [ items ] when Collections.isOfModule target -> plain (Loops.isEmpty (Functions.term c items) (Parts.bare items).Type)
        | _, "Length", [ items ] when Collections.isOfModule target ->
            let isFixed = not ((Members.typeOf target).EndsWith "SeqModule")
            plain (TermFactory.Apply((if isFixed then Function.Length else Function.Count), Functions.term c items))
        | name, _, _ when name.StartsWith "Microsoft.FSharp.Core." && receiver.IsNone && arguments.Length <= 2 && Operators.isKnown target.CompiledName ->
            let terms = arguments |> List.map (Functions.term c)

            match Operators.ofTerms target.CompiledName place terms with
            | Some term -> plain term
            | None -> plain (Context.Pure(OtherMembers.symbolOf target, Array.ofList terms))
        | _ -> None

    let private ofTasks (c: Context) (receiver: Node option) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) (place: Node) : Val option =
        let typeName = Members.typeOf target
        let isTask = typeName.StartsWith "System.Threading.Tasks." && typeName.Contains "Task"

        let items =
            match arguments with
            | [ single ] ->
                let rec list (node: Node) =
                    match (Parts.bare node).Shape with
                    | Case(_, [ item; rest ]) -> list rest |> Option.map (fun rest -> item :: rest)
                    | Case(_, []) -> Some []
                    | Array items -> Some items
                    | _ -> None

                list single
            | _ -> None

        match receiver, target.CompiledName, arguments with
        | Some task, "get_Result", _ when Types.isTask task.Type -> Some(Plain(Requests.await c task WithMore place))
        | Some task, "Wait", _ when Types.isTask task.Type ->
            Requests.await c task WithMore place |> ignore
            arguments |> List.iter (fun argument -> Functions.term c argument |> ignore)
            Some(Plain Constant.Null)
        | Some(Shaped(Call(Some task, awaiter, _))), "GetResult", _ when awaiter.CompiledName = "GetAwaiter" -> Some(Plain(Requests.await c task Here place))
        | Some task, ("ConfigureAwait" | "AsTask" | "WaitAsync"), _ when Types.isTask task.Type ->
            let value = Functions.term c task
            arguments |> List.iter (fun argument -> Functions.term c argument |> ignore)
            Some(Plain value)
        | None, ("WhenAll" | "WaitAll"), _ when isTask && items.IsSome ->
            let all = Requests.together (items.Value |> List.map (Functions.term c))
            Some(Plain(if target.CompiledName = "WaitAll" then Requests.awaited c all place else all))
        | None, "FromResult", [ value ] when isTask -> Some(c.Value value)
        | _, ("Run" | "StartNew"), func :: others when isTask ->
            others |> List.iter (fun other -> Functions.term c other |> ignore)

            match c.Value func with
            | Func func -> Some(Functions.call c func [ Plain Constant.Null ] place)
            | Plain _ -> None
        | _ -> None

    /// The result of a call.
    let value (c: Context) (receiver: Node option) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) (place: Node) : Val =
        match c.Wrappers.OfCall(receiver, target, arguments) with
        | Some call -> Plain(Requests.request c call (Option.toList receiver @ arguments) Later place)
        | None ->
            match c.Declarations.Of target with
            | Some declaration when declaration.IsValue -> Plain(ofValue c target declaration.Body)
            | Some _ when target.IsPropertyGetterMethod && arguments |> List.forall (fun argument -> argument.Shape.IsUnit) ->
                Plain(OtherMembers.call c receiver target arguments place)
            | _ when Matches.asksFailure c target arguments -> Matches.ofActivePattern c arguments place
            | Some declaration -> ofProject c declaration receiver target arguments place
            | None when KnownMembers.raises target -> Plain(raised c receiver target arguments)
            | None ->
                let collected =
                    Collections.useOf target
                    |> Option.bind (fun collected ->
                        if arguments |> List.exists (fun argument -> (Types.stripped argument.Type).IsFunctionType || argument.Shape.IsLambda) then
                            ofCollection c collected receiver target arguments place
                        else
                            None)

                match collected with
                | Some term -> Plain term
                | None ->
                    let core =
                        match receiver with
                        | Some invoked when target.CompiledName = "Invoke" -> Functions.ofDelegate c invoked arguments place
                        | _ when Pipelines.runs target -> Pipelines.run c receiver arguments place |> Option.map Plain
                        | _ -> ofCore c receiver target arguments place

                    match core with
                    | Some value -> value
                    | None ->
                        match ofTasks c receiver target arguments place with
                        | Some value -> value
                        | None -> Plain(OtherMembers.call c receiver target arguments place)
