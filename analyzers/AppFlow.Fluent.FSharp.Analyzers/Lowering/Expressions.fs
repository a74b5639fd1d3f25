namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open System.Collections.Generic
open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Lowers each expression to its steps and its result.
module internal Expressions =
    let private binding (c: Context) (name: Name) (value: Node) (body: Node) : Val =
        let given =
            match (Parts.bare value).Shape with
            | Computation(true, computation) when not name.Symbol.IsMutable -> Func(Cold computation)
            | Lambda(parameters, code) -> Func(Code(parameters, code, null))
            | _ -> c.Value value

        c.Bind(name, given)

        // A function that nobody calls is judged too, on a separate path.
        match given with
        | Func func when c.Concerns(Functions.bodyOf func) && Parts.uses name body = 0 ->
            let runs, goesOn = c.Graph.NewBlock(), c.Graph.NewBlock()
            c.Fork(value, runs, goesOn)
            c.Graph.Resume runs
            Functions.stored c func value |> ignore
            c.Graph.Current.Return()
            c.Graph.Resume goesOn
        | _ -> ()

        c.Value body

    let private recursion (c: Context) (bindings: (Name * Node) list) (body: Node) : Val =
        for name, value in bindings do
            match (Parts.bare value).Shape with
            | Lambda(parameters, code) -> c.Bind(name, Func(Code(parameters, code, name)))
            | Computation(true, code) -> c.Bind(name, Func(Cold code))
            | _ -> c.Bind(name, c.Value value)

        c.Value body

    // A function whose body is a computation runs it where it is called, because the caller awaits it.
    let private computation (c: Context) (body: Node) : Val =
        let result = c.NewVariable()
        c.Results.Add result |> ignore

        match c.Value body with
        | Plain term -> c.Assign(result, term)
        | Func(Cold _ as inner) ->
            match Functions.call c inner [] body with
            | Plain term -> c.Assign(result, term)
            | Func func -> c.Assign(result, Functions.stored c func body)
        | Func func -> c.Assign(result, Functions.stored c func body)

        Plain result

    let private record (c: Context) (ty: FSharp.Compiler.Symbols.FSharpType) (values: Node list) (place: Node) : Term =
        match c.Wrappers.OfRecord(ty, values) with
        | Some call -> Requests.request c call [] Later place
        | None -> Matches.tupleOf [ for value in values -> Functions.keep c (Parts.bare value) (c.Value value) ]

    let private creation (c: Context) (target: FSharp.Compiler.Symbols.FSharpMemberOrFunctionOrValue) (arguments: Node list) (place: Node) : Term =
        match c.Wrappers.OfCreation(target, arguments), arguments with
        | Some call, _ -> Requests.request c call arguments Later place
        // ValueTask<_>(task) is the task.
        | None, [ task ] when Types.isTask place.Type && Types.isTask (Parts.bare task).Type -> Functions.term c task
        // A new date, or a number with decimals, is a value like any other.
        | None, _ when KnownMembers.isPure target ->
            Context.Pure(OtherMembers.symbolOf target, [| for argument in arguments -> Functions.term c argument |])
        | None, _ ->
            for argument in arguments do
                Functions.keep c (Parts.bare argument) (c.Value argument) |> ignore

            let site = Site(SiteKind.Unknown, place, IsNeverNull = true)
            c.Add(MakeStep(site, Place = place))
            site.Value

    let private field (c: Context) (receiver: Node option) (field: FSharp.Compiler.Symbols.FSharpField) : Term =
        match receiver with
        | Some receiver ->
            match c.Kinds.OfType receiver.Type |> Option.bind (fun kind -> kind.FieldNamed field.Name) with
            | Some known -> TermFactory.Apply(Function(FunctionKind.StableMember, known.Field), Functions.term c receiver)
            | None -> Matches.recordField field (Functions.term c receiver)
        | None ->
            match c.Declarations.StaticLet field |> Option.bind (Constants.only c.Declarations) with
            | Some constant -> Constant constant
            | None -> TermFactory.Apply(Function((if field.IsMutable then FunctionKind.Member else FunctionKind.StableMember), field.FullName))

    let private setField (c: Context) (receiver: Node option) (field: FSharp.Compiler.Symbols.FSharpField) (value: Node) (place: Node) =
        let owner = receiver |> Option.map (Functions.term c)
        let value = Functions.keep c (Parts.bare value) (c.Value value)
        let symbol = (field.DeclaringEntity |> Option.map Types.nameOf |> Option.defaultValue "") + "." + field.Name
        let target = TermFactory.Apply(Function(FunctionKind.Member, symbol), owner |> Option.toArray)

        match target with
        | :? Apply as target -> c.Add(StoreStep(target, value, Place = place))
        | _ -> ()

    let private applied (c: Context) (func: Node) (arguments: Node list) (place: Node) : Val =
        let argument (node: Node) =
            match (Parts.bare node).Shape with
            | Computation(true, body) -> Func(Cold body)
            | _ -> c.Value node

        match func.Shape with
        // fun label -> … that is applied to its label at once.
        | Lambda(parameters, body) when parameters.Length = arguments.Length ->
            for parameter, value in List.zip parameters arguments do
                c.Bind(parameter, argument value)

            c.Value body
        | _ ->
            match c.Value func with
            | Func func ->
                let values = arguments |> List.map argument
                Functions.call c func values place
            | Plain term when arguments.IsEmpty || (Types.isOption func.Type) -> Plain term
            | Plain term when arguments |> List.forall _.Shape.IsUnit && not (Types.stripped func.Type).IsFunctionType -> Plain term
            | Plain term ->
                c.Add(UseStep(term, Place = place))

                for value in arguments do
                    Functions.keep c (Parts.bare value) (c.Value value) |> ignore

                c.Add(CallStep(MayWriteAnyMember = true, Place = place))
                Plain(c.Unknown place)

    /// Lowers an expression.
    let value (c: Context) (node: Node) : Val =
        if not (c.Enter()) then
            Plain Constant.Null
        else
            match node.Shape with
            | Const value -> Plain(Matches.constant value node.Type)
            | Unit
            | Null -> Plain Constant.Null
            | StaticField _
            | Quoted -> Plain(c.Unknown node)
            | This -> Plain(Variable("this", "this"))
            | Use name ->
                match c.Bound.TryGetValue name with
                | true, func -> Func func
                | _ ->
                    match c.Failures.TryGetValue name with
                    | true, caught -> Plain caught
                    | _ -> Plain(c.VariableOf name)
            | Lambda(parameters, body) -> Func(Code(parameters, body, null))
            | Compose(first, second) ->
                match c.Value first, c.Value second with
                | Func first, Func second -> Func(Joined(first, second))
                | one, other ->
                    Functions.keep c first one |> ignore
                    Functions.keep c second other |> ignore
                    Plain(c.Unknown node)
            | Let(name, value, body) ->
                match c.Wrappers.OfInitialization node with
                | Some(call, parts) ->
                    Requests.request c call parts Later node |> ignore
                    Plain(c.Unknown node)
                | None -> binding c name value body
            | LetRec(bindings, body) -> recursion c bindings body
            | If(condition, whenTrue, whenFalse) -> Plain(Matches.branch c condition whenTrue whenFalse node)
            | Sequence(first, rest) ->
                Functions.term c first |> ignore
                c.Value rest
            | Apply(func, arguments) -> applied c func arguments node
            | Call(receiver, target, arguments) ->
                match Texts.partsOf node with
                | Some parts -> Plain(Formats.text c parts node)
                | None -> Calls.value c receiver target arguments node
            | Create(target, arguments) -> Plain(creation c target arguments node)
            | Coerce inner -> c.Value inner
            | Tuple items -> Plain(Matches.tupleOf [ for item in items -> Functions.keep c (Parts.bare item) (c.Value item) ])
            | TupleItem(index, tuple) -> Plain(Matches.item index (Functions.term c tuple))
            | Array items ->
                for item in items do
                    Functions.keep c (Parts.bare item) (c.Value item) |> ignore

                let site = Site(SiteKind.Unknown, node, IsNeverNull = true)
                c.Add(MakeStep(site, Place = node))
                Plain site.Value
            | Record(ty, values) -> Plain(record c ty values node)
            | ReadField(receiver, read) -> Plain(field c receiver read)
            | SetField(receiver, read, value) ->
                setField c receiver read value node
                Plain Constant.Null
            | AnonymousField(index, record) -> Plain(Matches.item index (Functions.term c record))
            | Case(case, arguments) -> Plain(Matches.caseOf case [ for argument in arguments -> Functions.keep c (Parts.bare argument) (c.Value argument) ])
            | CaseTest(case, value) -> Plain(Matches.isCase case (Functions.term c value))
            | CaseItem(case, field, value) -> Plain(Matches.caseItem case field (Functions.term c value))
            | TypeTest(ty, value) -> Plain(Matches.typeTest c ty value)
            | Match(decision, arms) -> Plain(Matches.decide c decision arms node)
            | Arm(index, arguments) -> Plain(Matches.arm c index arguments)
            | Assign(name, value) ->
                c.Assign(c.VariableOf name, Functions.term c value, true)
                Plain Constant.Null
            | AddressOf inner -> c.Value inner
            | SetAddress(address, value) ->
                let value = Functions.term c value

                match (Parts.bare address).Shape with
                | Use name -> c.Assign(c.VariableOf name, value, true)
                | _ -> Functions.term c address |> ignore

                Plain Constant.Null
            | While(condition, body) ->
                Loops.whileLoop c condition body node
                Plain Constant.Null
            | For(first, last, body) ->
                Loops.forLoop c first last body node
                Plain Constant.Null
            | ForIn(item, collection, body) ->
                let source = Functions.term c collection

                Loops.forEach c node "for" [] [ body ] collection source (fun value _ ->
                    c.Bind(item, Plain value)
                    Functions.term c body |> ignore)

                Plain Constant.Null
            | Await inner -> Plain(Requests.await c inner Here node)
            | Computation(_, body) -> computation c body
            | TryFinally(body, last) -> Plain(Matches.tryFinally c body last node)
            | TryWith(body, failure, handler) -> Plain(Matches.tryWith c body failure handler node)
            | ObjectExpression functions ->
                for func in functions do
                    Functions.term c func |> ignore

                Plain(c.Unknown node)
            | Other parts ->
                for part in parts do
                    Functions.keep c (Parts.bare part) (c.Value part) |> ignore

                Plain(c.Unknown node)

    /// <summary>The graph of a declaration's code; none if the code is too large to be judged.</summary>
    let lower (c: Context) (declaration: Declaration) (initial: Dictionary<Name, Node>) : StepGraph option =
        for pair in initial do
            c.Initial[pair.Key] <- pair.Value

        c.Value <- value c
        c.Condition <- Matches.condition c
        let self = declaration.Symbol |> Option.map (fun symbol -> Members.key symbol :> obj) |> Option.toObj
        let body = declaration.Body
        let frame = Frame(body, None, IsNamed = true, Parameters = declaration.Parameters)
        c.Lowered.Add body |> ignore
        c.Frame <- Some frame
        Functions.beginFunction c frame self
        let given = c.Value body
        Functions.keep c body given |> ignore
        c.Graph.Return()
        if c.IsBeyond then None else Some(c.Graph.Build())
