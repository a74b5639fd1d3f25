namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// What operators and functions of FSharp.Core compute from values.
module internal Operators =
    [<Literal>]
    let ErrorCode = "error code"

    let equal (one: Term) (other: Term) : Term =
        let code (read: Term) (value: Term) =
            match read, value with
            | (:? Apply as apply), (:? Constant as constant) ->
                match apply.Function.Symbol, constant.Value with
                | (:? string as symbol), (:? string as code) when symbol = ErrorCode -> Some(TermFactory.Apply(Function(FunctionKind.FailureIs, FailureTests.ErrorCode code), apply.Operands[0]))
                | _ -> None
            | _ -> None

        code one other
        |> Option.orElseWith (fun () -> code other one)
        |> Option.defaultWith (fun () -> TermFactory.Equal(one, other))

    let private isInteger (node: Node) =
        List.contains (Types.name node.Type) [ "System.Int32"; "System.Int64"; "System.Byte"; "System.Int16" ]

    /// Whether the result of a function of FSharp.Core is known.
    let isKnown (name: string) =
        (name.StartsWith "op_" && name <> "op_Dereference")
        || List.contains
            name
            [ "Not"
              "IsNull"
              "IsNotNull"
              "Box"
              "Unbox"
              "UnboxGeneric"
              "UnboxFast"
              "Identity"
              "NonNull"
              "WithNull"
              "NullMatchPattern"
              "NonNullQuickPattern"
              "Fst"
              "Snd"
              "IsSome"
              "IsNone"
              "GetValue"
              "OfObj"
              "ToObj" ]

    /// <summary>The result of an operator or a function without effects; none for any other function.</summary>
    let ofTerms (name: string) (place: Node) (terms: Term list) : Term option =
        match name, terms with
        | "op_Equality", [ one; other ] -> Some(equal one other)
        | "op_Inequality", [ one; other ] -> Some(TermFactory.Not(equal one other))
        | "op_LessThan", [ one; other ] -> Some(TermFactory.Less(one, other))
        | "op_GreaterThan", [ one; other ] -> Some(TermFactory.Less(other, one))
        | "op_LessThanOrEqual", [ one; other ] -> Some(TermFactory.LessOrEqual(one, other))
        | "op_GreaterThanOrEqual", [ one; other ] -> Some(TermFactory.LessOrEqual(other, one))
        | "op_Addition", [ one; other ] when isInteger place -> Some(Context.Pure(Arithmetic.Add, one, other))
        | "op_Subtraction", [ one; other ] when isInteger place -> Some(Context.Pure(Arithmetic.Subtract, one, other))
        | "Not", [ value ] -> Some(TermFactory.Not value)
        | "IsNull", [ value ] -> Some(TermFactory.IsNull value)
        | "IsNotNull", [ value ] -> Some(TermFactory.IsNotNull value)
        | ("Box" | "Unbox" | "UnboxGeneric" | "UnboxFast" | "Identity" | "NonNull" | "WithNull" | "NullMatchPattern" | "NonNullQuickPattern"), [ value ] -> Some value
        | "Fst", [ value ] -> Some(Matches.item 0 value)
        | "Snd", [ value ] -> Some(Matches.item 1 value)
        | "IsSome", [ value ] -> Some(TermFactory.IsNotNull value)
        | "IsNone", [ value ] -> Some(TermFactory.IsNull value)
        | "GetValue", [ value ] -> Some(Matches.optionValue value)
        | ("OfObj" | "ToObj"), [ value ] -> Some value
        | _ -> None

    /// The content of an option, or a value in its place.
    let orDefault (c: Context) (option: Term) (otherwise: unit -> Term) : Term =
        let result = c.NewVariable()
        let none, some, ends = c.Graph.NewBlock(), c.Graph.NewBlock(), c.Graph.NewBlock()
        c.Graph.Branch(TermFactory.IsNull option, none, some)
        c.Graph.Resume none
        c.Assign(result, otherwise ())
        c.Graph.Current.GoTo ends
        c.Graph.Resume some
        c.Assign(result, Matches.optionValue option)
        c.Graph.Continue ends
        result

    /// A function that is run at most once, with the content of an option.
    let once (c: Context) (name: string) (func: Func) (option: Term) (isOption: bool) (place: Node) : Term =
        let result = c.NewVariable()
        let some, none, ends = c.Graph.NewBlock(), c.Graph.NewBlock(), c.Graph.NewBlock()

        if isOption then c.Graph.Branch(TermFactory.IsNotNull option, some, none) else c.Fork(place, some, none)

        let run (block: Block) arguments give =
            c.Graph.Resume block

            match Functions.call c func arguments place with
            | Func(Cold _ as computation) -> Functions.call c computation [] place |> ignore
            | Func func -> Functions.stored c func place |> ignore
            | Plain term -> give term

        let held () = if isOption then Plain(Matches.optionValue option) else Plain(c.Unknown place)

        match name with
        | "Map"
        | "MapError" ->
            run some [ held () ] (fun term -> c.Assign(result, (if isOption then Matches.some term else c.Unknown place)))
            c.Graph.Current.GoTo ends
            c.Graph.Resume none
            c.Assign(result, (if isOption then Constant.Null :> Term else c.Unknown place))
        | "Bind" ->
            run some [ held () ] (fun term -> c.Assign(result, term))
            c.Graph.Current.GoTo ends
            c.Graph.Resume none
            c.Assign(result, (if isOption then Constant.Null :> Term else c.Unknown place))
        | "DefaultWith" ->
            run none [ Plain Constant.Null ] (fun term -> c.Assign(result, term))
            c.Graph.Current.GoTo ends
            c.Graph.Resume some
            c.Assign(result, (if isOption then Matches.optionValue option else c.Unknown place))
        | "OrElseWith" ->
            run none [ Plain Constant.Null ] (fun term -> c.Assign(result, term))
            c.Graph.Current.GoTo ends
            c.Graph.Resume some
            c.Assign(result, option)
        | _ ->
            run some [ held () ] (fun term -> c.Add(UseStep(term, Place = place)))
            c.Graph.Current.GoTo ends
            c.Graph.Resume none

        c.Graph.Continue ends

        match name with
        | "Map"
        | "MapError"
        | "Bind"
        | "DefaultWith"
        | "OrElseWith" -> result
        | "Iterate" -> Constant.Null
        | _ -> c.Unknown place

    /// A function that makes a new value from a value and an option's content; without content, the value stays.
    let foldOption (c: Context) (func: Func) (initial: Term) (option: Term) isStateFirst (place: Node) : Term =
        let result = c.NewVariable()
        let some, none, ends = c.Graph.NewBlock(), c.Graph.NewBlock(), c.Graph.NewBlock()
        c.Graph.Branch(TermFactory.IsNotNull option, some, none)
        c.Graph.Resume some
        let held = Plain(Matches.optionValue option)

        match Functions.call c func (if isStateFirst then [ Plain initial; held ] else [ held; Plain initial ]) place with
        | Plain term -> c.Assign(result, term)
        | Func func -> c.Assign(result, Functions.stored c func place)

        c.Graph.Current.GoTo ends
        c.Graph.Resume none
        c.Assign(result, initial)
        c.Graph.Continue ends
        result
