namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Conditions, branches, patterns and handlers.
module internal Matches =
    /// Whether a type is an exception type.
    let isException (ty: FSharpType) = List.contains "System.Exception" (Types.bases ty)

    // Where two paths meet, the result is the result of either path.
    let private give (c: Context) (result: Variable option) (node: Node) =
        match c.Value node, result with
        | Plain term, Some variable -> c.Assign(variable, term)
        | Plain _, None -> ()
        | Func(Cold _ as computation), Some variable ->
            match Functions.call c computation [] node with
            | Plain term -> c.Assign(variable, term)
            | Func func -> c.Assign(variable, Functions.stored c func node)
        | Func func, Some variable -> c.Assign(variable, Functions.stored c func node)
        | Func func, None -> Functions.stored c func node |> ignore

    let private resultOf (c: Context) (node: Node) =
        if Types.isUnit node.Type then None else Some(c.NewVariable())

    let private valueOf (result: Variable option) : Term =
        match result with
        | Some variable -> variable
        | None -> Constant.Null

    /// A constant; a member of an enumeration is given with all the names of the enumeration.
    let constant (value: obj) (ty: FSharpType) : Term =
        match Types.entityOf ty with
        | Some entity when entity.IsEnum ->
            let members: obj array = [| for field in entity.FSharpFields do match field.LiteralValue with | Some(NonNull literal) -> literal | _ -> () |]
            Constant(value, members)
        | _ -> Constant value

    let branch (c: Context) (condition: Node) (whenTrue: Node) (whenFalse: Node) (place: Node) : Term =
        let result = resultOf c place
        let yes, no, ends = c.Graph.NewBlock(), c.Graph.NewBlock(), c.Graph.NewBlock()
        c.Condition condition yes no
        c.Graph.Resume yes
        give c result whenTrue
        c.Graph.Current.GoTo ends
        c.Graph.Resume no
        give c result whenFalse
        c.Graph.Continue ends
        valueOf result

    let decide (c: Context) (decision: Node) (arms: (Name list * Node) list) (place: Node) : Term =
        let result = resultOf c place
        let ends = c.Graph.NewBlock()
        let blocks = [| for names, _ in arms -> c.Graph.NewBlock(), names |]
        let before = c.Arms
        c.Arms <- blocks :: before
        // Every path through the decision ends in an arm.
        c.Value decision |> ignore
        c.Arms <- before

        for (block, _), (_, body) in Seq.zip blocks arms do
            c.Graph.Resume block
            give c result body
            c.Graph.Current.GoTo ends

        c.Graph.Resume ends
        valueOf result

    let arm (c: Context) index (arguments: Node list) : Term =
        match c.Arms with
        | blocks :: _ when index < blocks.Length ->
            let block, names = blocks[index]

            if names.Length = arguments.Length then
                // Read before the arms change, because an argument may hold another match.
                let values = arguments |> List.map c.Value
                List.iter2 (fun name value -> c.Bind(name, value)) names values

            c.Graph.Jump block
        | _ -> ()

        Constant.Null

    let rec condition (c: Context) (node: Node) (yes: Block) (no: Block) : unit =
        match node.Shape with
        | If(first, whenTrue, whenFalse) ->
            let one, other = c.Graph.NewBlock(), c.Graph.NewBlock()
            condition c first one other
            c.Graph.Resume one
            condition c whenTrue yes no
            c.Graph.Resume other
            condition c whenFalse yes no
        | Call(None, target, [ inner ]) when target.CompiledName = "Not" && Members.typeOf target = "Microsoft.FSharp.Core.Operators" -> condition c inner no yes
        | Let(name, value, body) ->
            c.Bind(name, c.Value value)
            condition c body yes no
        | Sequence(first, rest) ->
            Functions.term c first |> ignore
            condition c rest yes no
        | _ -> c.Graph.Branch(Functions.term c node, yes, no)

    // Parts of tuples, records and cases are read by index.
    let private part (symbol: obj) (index: int) (value: Term) =
        TermFactory.Apply(Function(FunctionKind.StableMember, symbol, Part = System.Nullable index), value)

    let private tuple (operands: Term array) : Term =
        TermFactory.Apply(Function(FunctionKind.Tuple, IsNeverNull = true), operands)

    let tupleOf (values: Term list) = tuple (Array.ofList values)

    let item index (value: Term) = part ("item", index) index value

    let recordField (field: FSharpField) (value: Term) : Term =
        let symbol = (field.DeclaringEntity |> Option.map Types.nameOf |> Option.defaultValue "") + "." + field.Name

        if field.IsMutable then
            TermFactory.Apply(Function(FunctionKind.Member, symbol), value)
        else
            match field.DeclaringEntity with
            | Some entity when entity.IsFSharpRecord ->
                let index = entity.FSharpFields |> Seq.findIndex (fun other -> other.Name = field.Name)
                part symbol index value
            | _ -> TermFactory.Apply(Function(FunctionKind.StableMember, symbol), value)

    let private isListCase (case: FSharpUnionCase) = case.Name = "op_ColonColon" || case.Name = "op_Nil"

    let private isOptionCase (case: FSharpUnionCase) = Types.isOption case.ReturnType

    let optionValue (value: Term) = part "option value" 0 value

    let some (value: Term) = tupleOf [ value ]

    let caseOf (case: FSharpUnionCase) (arguments: Term list) : Term =
        if isListCase case then
            match arguments with
            | [] -> Context.Pure "empty list"
            | _ -> TermFactory.Apply(Function(FunctionKind.Pure, "list", IsNeverNull = true), Array.ofList arguments)
        elif isOptionCase case then
            match arguments with
            | [ value ] -> some value
            | _ -> Constant.Null
        else
            tupleOf ((Constant case.Name :> Term) :: arguments)

    /// Whether a value is of a case.
    let isCase (case: FSharpUnionCase) (value: Term) : Term =
        if isListCase case then
            let isEmpty =
                match value with
                | :? Apply as apply when apply.Function.Symbol = "empty list" -> Constant.True :> Term
                | :? Apply as apply when apply.Function.Symbol = "list" -> Constant.False
                | _ -> TermFactory.Apply(Function.IsEmptyText, value)

            if case.Name = "op_Nil" then isEmpty else TermFactory.Not isEmpty
        elif isOptionCase case then
            if case.Name = "None" || case.Name = "ValueNone" then TermFactory.IsNull value else TermFactory.IsNotNull value
        else
            let all =
                match Types.entityOf case.ReturnType with
                | Some entity -> [| for other in entity.UnionCases -> other.Name :> obj |]
                | None -> [||]

            TermFactory.Equal(part "case" 0 value, Constant(case.Name, all))

    /// The case that a property or function named <c>IsCase</c> tests for.
    let caseNamed (ty: FSharpType) (name: string) : FSharpUnionCase option =
        match Types.entityOf ty with
        | Some entity when entity.IsFSharpUnion && name.StartsWith "Is" -> entity.UnionCases |> Seq.tryFind (fun case -> "Is" + case.Name = name)
        | _ -> None

    let caseItem (case: FSharpUnionCase) (field: FSharpField) (value: Term) : Term =
        if isListCase case then
            Context.Pure(field.Name, value)
        elif isOptionCase case then
            optionValue value
        else
            let index = case.Fields |> Seq.tryFindIndex (fun other -> other.Name = field.Name) |> Option.defaultValue 0
            part $"{case.Name} {index}" (index + 1) value

    let typeTest (c: Context) (ty: FSharpType) (value: Node) : Term =
        let term = Functions.term c value
        let names = Types.bases ty

        if isException value.Type then
            match names with
            | "System.Exception" :: _ -> Constant.True
            | _ -> TermFactory.Apply(Function(FunctionKind.FailureIs, TestedType names), term)
        else
            TermFactory.Apply(Function(FunctionKind.Is, TestedType names), term)

    let rec private isAnswer (ty: FSharpType) =
        Types.isOption ty
        || List.contains (Types.name ty) [ "Microsoft.FSharp.Core.FSharpResult`2"; "Microsoft.FSharp.Core.FSharpChoice`2" ]
        || ((Types.isTask ty || Types.isAsync ty) && Types.arguments ty |> List.exists isAnswer)

    let tryWith (c: Context) (body: Node) (failure: Name) (handler: Node) (place: Node) : Term =
        let result = resultOf c place
        let ends = c.Graph.NewBlock()
        let handles = Handler(Site(SiteKind.Failure, place), c.Graph.NewBlock())
        c.Graph.PushHandler handles
        give c result body
        c.Graph.PopHandler()
        c.Graph.Continue ends
        c.Graph.Resume handles.First
        c.Failures[failure] <- handles.Failure.Value
        let before = c.Caught
        c.Caught <- failure :: before
        give c result handler

        // If an option or a result replaces the failure, its receiver decides what comes next, and not a handler.
        if isAnswer place.Type then c.Add(ContinueStep(handles.Failure.Value, Place = place))
        c.Caught <- before
        c.Graph.Continue ends
        valueOf result

    let tryFinally (c: Context) (body: Node) (last: Node) (place: Node) : Term =
        let result = resultOf c place
        let handles = Handler(Site(SiteKind.Failure, place), c.Graph.NewBlock())
        c.Graph.PushHandler handles
        give c result body
        c.Graph.PopHandler()
        Functions.term c last |> ignore
        let ends = c.Graph.NewBlock()
        c.Graph.Continue ends
        c.Graph.Resume handles.First
        Functions.term c last |> ignore
        c.Graph.Throw handles.Failure.Value
        c.Graph.Resume ends
        valueOf result

    let private isOfException (argument: Node) = isException (Parts.bare argument).Type

    /// Whether an active pattern decides on a caught exception. A pattern of the project, or a library's such as Failure, may know what was refused.
    let asksFailure (c: Context) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) =
        target.IsActivePattern && not c.Caught.IsEmpty && List.exists isOfException arguments

    /// The answer of an active pattern that decides on a caught exception.
    let ofActivePattern (c: Context) (arguments: Node list) (place: Node) : Val =
        for argument in arguments do
            if isOfException argument then c.Add(ContinueStep(Functions.term c argument, IsInDoubt = true, Place = place))

        Plain(c.Unknown place)
