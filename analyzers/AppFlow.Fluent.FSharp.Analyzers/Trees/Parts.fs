namespace AppFlow.Fluent.FSharp.Analyzers.Trees

[<AutoOpen>]
module internal Patterns =
    /// The kind of expression that a node is.
    let (|Shaped|) (node: Node) = node.Shape

/// The parts of an expression, and expressions rebuilt from them.
module internal Parts =
    /// The direct parts of an expression, in source order.
    let of' (node: Node) : Node list =
        match node.Shape with
        | Const _
        | Unit
        | Null
        | Use _
        | This
        | StaticField _
        | Quoted -> []
        | Lambda(_, body)
        | Coerce body
        | TupleItem(_, body)
        | AnonymousField(_, body)
        | CaseTest(_, body)
        | CaseItem(_, _, body)
        | TypeTest(_, body)
        | Assign(_, body)
        | AddressOf body
        | Await body
        | Computation(_, body) -> [ body ]
        | Let(_, one, other)
        | Sequence(one, other)
        | Compose(one, other)
        | SetAddress(one, other)
        | While(one, other)
        | ForIn(_, one, other)
        | TryFinally(one, other)
        | TryWith(one, _, other) -> [ one; other ]
        | If(one, two, three)
        | For(one, two, three) -> [ one; two; three ]
        | LetRec(bindings, body) -> List.map snd bindings @ [ body ]
        | Apply(func, arguments) -> func :: arguments
        | Call(receiver, _, arguments) -> Option.toList receiver @ arguments
        | Create(_, arguments)
        | Arm(_, arguments)
        | Case(_, arguments) -> arguments
        | Tuple items
        | Array items
        | Record(_, items)
        | ObjectExpression items
        | Other items -> items
        | ReadField(receiver, _) -> Option.toList receiver
        | SetField(receiver, _, value) -> Option.toList receiver @ [ value ]
        | Match(decision, arms) -> decision :: List.map snd arms

    /// Whether the expression or one of its parts meets the condition.
    let rec exists predicate (node: Node) = predicate node || List.exists (exists predicate) (of' node)

    /// How often a name is used in an expression.
    let rec uses (name: Name) (node: Node) : int =
        match node.Shape with
        | Use other -> if obj.ReferenceEquals(other, name) then 1 else 0
        | Call(None, _, arguments) -> List.sumBy (uses name) arguments
        | _ -> List.sumBy (uses name) (of' node)

    /// The expression without conversions to a base class, which change nothing.
    let rec bare (node: Node) : Node =
        match node.Shape with
        | Coerce inner
        | AddressOf inner -> bare inner
        | _ -> node

    let rec private put (name: Name) (value: Node) (node: Node) : Node option =
        let rec among nodes =
            match nodes with
            | [] -> None
            | first :: rest ->
                match put name value first with
                | Some first -> Some(first :: rest)
                | None -> among rest |> Option.map (fun rest -> first :: rest)

        match node.Shape with
        | Use other when obj.ReferenceEquals(other, name) -> Some value
        | Coerce inner -> put name value inner |> Option.map (fun inner -> node.With(Coerce inner))
        | AddressOf inner -> put name value inner
        | Lambda(parameters, body) -> put name value body |> Option.map (fun body -> node.With(Lambda(parameters, body)))
        | Await inner -> put name value inner |> Option.map (fun inner -> node.With(Await inner))
        | Compose(first, second) ->
            among [ first; second ]
            |> Option.map (function
                | [ first; second ] -> node.With(Compose(first, second))
                | _ -> node)
        | Call(Some receiver, target, arguments) ->
            match put name value receiver with
            | Some receiver -> Some(node.With(Call(Some receiver, target, arguments)))
            | None -> among arguments |> Option.map (fun arguments -> node.With(Call(Some receiver, target, arguments)))
        | Call(None, target, arguments) -> among arguments |> Option.map (fun arguments -> node.With(Call(None, target, arguments)))
        | Create(target, arguments) -> among arguments |> Option.map (fun arguments -> node.With(Create(target, arguments)))
        | _ -> None

    let rec private useOf (name: Name) (node: Node) : Node option =
        match node.Shape with
        | Use other when obj.ReferenceEquals(other, name) -> Some node
        | _ -> of' node |> List.tryPick (useOf name)

    /// Whether a function was written without its parameter: a method group, or an expression that begins with <c>_.</c>
    let isUnwritten (parameter: Name) (body: Node) : bool =
        parameter.Symbol.IsCompilerGenerated
        || parameter.Text.StartsWith "_arg"
        || (match useOf parameter body with
            | Some place -> place.Range = body.Range
            | None -> false)

    /// <summary>Replaces a name in the expression with a value, if that keeps the meaning: the name is used once, by a chain of calls.</summary>
    let substitute (name: Name) (value: Node) (node: Node) : Node option =
        // A member of a structure is called on a copy of it.
        let isCopy = name.Symbol.LogicalName = "copyOfStruct"
        if (isCopy || not name.Symbol.IsMutable) && uses name node = 1 then put name value node else None
