namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open AppFlow.Fluent.Rules.Steps
open AppFlow.Fluent.Rules.Terms
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Loops, and functions that are run for each item.
module internal Loops =
    // A longer chain of queries is not followed to the end.
    let private mostQueries = 10

    // The expression that a name denotes, if it has one value.
    let rec private named (c: Context) depth (node: Node) : Node =
        let node = Parts.bare node

        match node.Shape with
        | Use name when depth < mostQueries ->
            match c.Initial.TryGetValue name with
            | true, value -> named c (depth + 1) value
            | _ -> node
        | Call(None, target, []) when depth < mostQueries ->
            match c.Declarations.Of target with
            | Some declaration when declaration.IsValue && not target.IsMutable -> named c (depth + 1) declaration.Body
            | _ -> node
        | Call(None, target, [ inner ]) when Collections.isSame target -> named c depth inner
        | _ -> node

    /// Whether a collection is known to have items, because the code lists them.
    let isFilled (c: Context) (collection: Node) =
        match (named c 0 collection).Shape with
        | Case(case, _ :: _) -> case.Name = "op_ColonColon" || case.CompiledName = "Cons"
        | Array(_ :: _) -> true
        | Call(None, target, arguments) when Collections.isRange target ->
            match arguments with
            | first :: (_ :: _ as rest) ->
                match first.Shape, (List.last rest).Shape with
                | Const(:? int as first), Const(:? int as last) -> first <= last
                | _ -> false
            | _ -> false
        | _ -> false

    let private hasOneItem (c: Context) (collection: Node) =
        match (named c 0 collection).Shape with
        | Case(_, [ _; rest ]) ->
            match rest.Shape with
            | Case(_, []) -> true
            | _ -> false
        | Array [ _ ] -> true
        | _ -> false

    let private isRange (c: Context) (collection: Node) =
        match (named c 0 collection).Shape with
        | Call(None, target, _) -> Collections.isRange target
        | _ -> false

    // Pairs of an index and an item.
    let private isNumbered (c: Context) (collection: Node) =
        match (named c 0 collection).Shape with
        | Call(None, target, _) -> Collections.isOfModule target && target.CompiledName = "Indexed"
        | _ -> false

    /// Whether a collection has no items. For a list, an array or a text this depends only on the value, because its size cannot change.
    let isEmpty (collection: Term) (ty: FSharp.Compiler.Symbols.FSharpType) : Term =
        let isFixed =
            Types.isList ty
            || Types.isString ty
            || (let ty = Types.stripped ty in ty.HasTypeDefinition && ty.TypeDefinition.IsArrayType)

        TermFactory.Apply((if isFixed then Function.IsEmptyText else Function.IsEmpty), collection)

    // Each item meets the conditions of the collection's filters; for any other item the round ends at once.
    let rec private filter (c: Context) depth (collection: Node) (item: Term) (otherwise: Block) =
        let collection = named c 0 collection

        match collection.Shape with
        | Call(None, target, arguments) when depth < mostQueries && Collections.keepsItems target ->
            match arguments with
            | [ condition; _ ] when Collections.isFilter target ->
                match condition.Shape with
                | Lambda([ parameter ], body) ->
                    c.Bind(parameter, Plain item)
                    let passes = c.Graph.NewBlock()
                    c.Condition body passes otherwise
                    c.Graph.Resume passes
                | _ -> ()
            | _ -> ()

            filter c (depth + 1) (List.last arguments) item otherwise
        | _ -> ()

    // After a round comes another one, or the end.
    let private goRound (c: Context) (loop: Loop) (head: Block) (exit: Block) (place: Node) isOneRound =
        if isOneRound then
            c.Loop <- Option.ofObj loop.Around
            c.Graph.Continue exit
        else
            let round = c.Graph.NewBlock()
            c.Fork(place, round, exit)
            c.Graph.Resume round
            Functions.again c loop head
            c.Graph.Resume exit

    /// <summary>Code that runs for each item of a collection.</summary>
    /// <param name="c">The walk.</param>
    /// <param name="place">The loop, or the function.</param>
    /// <param name="name">The loop's name in messages.</param>
    /// <param name="parameters">The names that get another value in each round.</param>
    /// <param name="code">The code whose assignments the loop carries on.</param>
    /// <param name="collection">The collection that it runs over.</param>
    /// <param name="source">The collection's value.</param>
    /// <param name="body">Lowers a round: it gets the item, and the block where the round ends.</param>
    let forEach (c: Context) (place: Node) name parameters (code: Node list) (collection: Node) (source: Term) (body: Term -> Block -> unit) =
        let loop = Functions.loopOf c place name parameters code
        let head, exit = c.Graph.NewBlock(), c.Graph.NewBlock()

        match source with
        | _ when isFilled c collection -> c.Graph.Branch(Constant.True, head, exit)
        | :? Constant -> c.Fork(place, head, exit)
        | _ -> c.Graph.Branch(TermFactory.Not(isEmpty source collection.Type), head, exit)

        c.Graph.Resume head
        c.Loop <- Some loop
        c.Add(RoundStep(loop, Place = place))

        let item =
            if isNumbered c collection then
                // A test of the index admits one item.
                let number = c.Make(SiteKind.Counter, place)
                TermFactory.Apply(Function.Tuple, number, TermFactory.Apply(Function.Element, source, number))
            else
                c.Make((if isRange c collection then SiteKind.Counter else SiteKind.Item), place)

        let ends = c.Graph.NewBlock()
        filter c 0 collection item ends
        body item ends
        c.Graph.Continue ends

        goRound c loop head exit place (hasOneItem c collection)

    /// <summary>A function that is run for each item.</summary>
    /// <param name="c">The walk.</param>
    /// <param name="func">The function.</param>
    /// <param name="collection">The collection that it runs over.</param>
    /// <param name="source">The collection's value.</param>
    /// <param name="arguments">Makes the arguments of a round from its item.</param>
    /// <param name="after">Gets the result of each round.</param>
    let run (c: Context) (func: Func) (collection: Node) (source: Term) (arguments: Term -> Val list) (after: Val -> unit) =
        let body = Functions.bodyOf func

        forEach c body "lambda" [] [ body ] collection source (fun item _ ->
            let value = Functions.call c func (arguments item) body

            match value with
            | Func(Cold _ as computation) -> Functions.call c computation [] body |> after
            | Plain term when Types.isTask body.Type -> Requests.awaited c term body |> Plain |> after
            | value -> after value)

    let private parametersOf func =
        let rec count func =
            match func with
            | Code(parameters, _, _) -> parameters.Length
            | Partial(func, before) -> count func - before.Length
            | Joined(first, _) -> count first
            | Cold _ -> 0

        count func

    /// <summary>A function that is run for each item, by a function of a collection's module.</summary>
    /// <param name="c">The walk.</param>
    /// <param name="target">The function of the module.</param>
    /// <param name="func">The function that is run.</param>
    /// <param name="collection">The collection that it runs over.</param>
    /// <param name="source">The collection's value.</param>
    let plain (c: Context) (target: FSharp.Compiler.Symbols.FSharpMemberOrFunctionOrValue) (func: Func) (collection: Node) (source: Term) =
        let count = parametersOf func
        let isIndexed = Collections.isIndexed target
        let body = Functions.bodyOf func

        run
            c
            func
            collection
            source
            (fun item ->
                let number = if isIndexed then [ c.Make(SiteKind.Counter, body) ] else []
                let first = if isIndexed then TermFactory.Apply(Function.Element, source, number.Head) else item

                [ for i in 0 .. max 0 (count - 1) do
                      if i < number.Length then Plain number[i]
                      elif i = number.Length then Plain first
                      else Plain(c.Make(SiteKind.Item, body)) ])
            (fun value -> Functions.keep c body value |> ignore)

    /// A function that carries a value through the items of a collection.
    let fold (c: Context) (func: Func) (collection: Node) (source: Term) (initial: Term) (isStateFirst: bool) : Term =
        let state = c.NewVariable()
        c.Assign(state, initial)

        run
            c
            func
            collection
            source
            (fun item -> if isStateFirst then [ Plain state; Plain item ] else [ Plain item; Plain state ])
            (fun value ->
                match value with
                | Plain term -> c.Assign(state, term)
                | Func func -> c.Assign(state, Functions.stored c func collection))

        state

    let whileLoop (c: Context) (condition: Node) (body: Node) (place: Node) =
        let loop = Functions.loopOf c place "while" [] [ condition; body ]
        let head, goesOn, exit = c.Graph.NewBlock(), c.Graph.NewBlock(), c.Graph.NewBlock()
        Functions.beginRound c loop head
        c.Condition condition goesOn exit
        c.Graph.Resume goesOn
        Functions.term c body |> ignore
        Functions.again c loop head
        c.Graph.Resume exit

    let forLoop (c: Context) (first: Node) (last: Node) (body: Node) (place: Node) =
        let firstTerm, lastTerm = Functions.term c first, Functions.term c last

        let parameters, inner =
            match body.Shape with
            | Lambda(parameters, inner) -> parameters, inner
            | _ -> [], body

        let loop = Functions.loopOf c place "for" [] [ inner ]
        let head, exit = c.Graph.NewBlock(), c.Graph.NewBlock()
        c.Graph.Branch(TermFactory.LessOrEqual(firstTerm, lastTerm), head, exit)
        c.Graph.Resume head
        c.Loop <- Some loop
        c.Add(RoundStep(loop, Place = place))
        let item = c.Make(SiteKind.Counter, place)

        for parameter in parameters do
            c.Bind(parameter, Plain item)

        Functions.term c inner |> ignore

        goRound c loop head exit place (firstTerm.Equals lastTerm)
