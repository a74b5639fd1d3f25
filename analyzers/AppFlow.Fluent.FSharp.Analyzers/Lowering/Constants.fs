namespace AppFlow.Fluent.FSharp.Analyzers.Lowering

open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Constants
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// A hard-coded value, and the expression that findings about it are reported on.
[<NoComparison; ReferenceEquality>]
type internal HardCoded = { Value: objnull; Place: Node }

/// Which expressions are hard-coded: constants, immutable names that hold one, values of modules, and choices between these.
module internal Constants =
    let private deepest = 16

    let private isNumber (value: objnull) =
        match value with
        | :? int
        | :? int64
        | :? int16
        | :? byte
        | :? uint32
        | :? uint64
        | :? float
        | :? decimal -> true
        | _ -> false

    // The value of an immutable name or of a tuple's item; none for a parameter, or for a name that another pattern binds.
    let rec private initialOf (declarations: Declarations) (initial: Name -> Node option) (node: Node) : Node option =
        let rec item index depth (tuple: Node) =
            match (Parts.bare tuple).Shape with
            | Tuple items -> List.tryItem index items
            | Let(_, _, body) -> item index depth body
            | _ when depth < deepest -> initialOf declarations initial (Parts.bare tuple) |> Option.bind (item index (depth + 1))
            | _ -> None

        match node.Shape with
        | TupleItem(index, tuple) -> item index 0 tuple
        | Use name -> initial name
        | Call(None, target, []) ->
            match declarations.Of target with
            | Some declaration when declaration.IsValue && not target.IsMutable -> Some declaration.Body
            | _ -> None
        | ReadField(_, field) when field.IsStatic -> declarations.StaticLet field
        | _ -> None

    // What a pattern binds before an arm.
    let private isBinding (value: Node) =
        match value.Shape with
        | Use _
        | CaseItem _
        | TupleItem _ -> true
        | _ -> false

    let private isGuidText (target: FSharpMemberOrFunctionOrValue) =
        match Members.typeOf target, target.CompiledName with
        | "System.Guid", ("Parse" | ".ctor") -> true
        | _ -> false

    let rec private collect (declarations: Declarations) initial depth (place: Node option) (node: Node) : HardCoded list option =
        let node = Parts.bare node
        let here = place |> Option.defaultValue node
        let one value = Some [ { Value = value; Place = here } ]
        let inner = collect declarations initial (depth + 1)

        let both nodes =
            nodes
            |> List.filter (fun arm -> not (raises arm))
            |> List.map (inner place)
            |> List.fold (fun all arm -> Option.map2 (@) all arm) (Some [])
            |> Option.filter (fun all -> not all.IsEmpty)

        if depth > deepest then
            None
        else
            match node.Shape with
            | Const value -> one value
            | Null when not (Types.entityOf node.Type |> Option.exists _.IsValueType) -> one null
            | If(_, whenTrue, whenFalse) -> both [ whenTrue; whenFalse ]
            | Match(_, arms) -> both (List.map snd arms)
            | Let(_, value, body) when isBinding value -> inner place body
            | Call(Some receiver, target, _) when target.CompiledName = "ToString" && Types.name receiver.Type = "System.Guid" -> guid declarations initial depth receiver |> Option.bind one
            | Call(None, target, [ value ]) when Members.typeOf target = "AppFlow.Fluent.ClientToken" && target.CompiledName = "From" -> guid declarations initial depth value |> Option.bind one
            | Call(None, target, [ value ]) when target.CompiledName = "ToString" && Members.typeOf target = "Microsoft.FSharp.Core.Operators" && Types.name value.Type = "System.Guid" ->
                guid declarations initial depth value |> Option.bind one
            | StaticField owner when Types.isString owner -> one ""
            | _ ->
                match initialOf declarations initial node with
                | Some value -> inner (Some here) value
                | None ->
                    match whole declarations initial depth node with
                    | Some text -> one text
                    | None -> None

    and private raises (node: Node) =
        match node.Shape with
        | Call(_, target, _) -> KnownMembers.raises target
        | Coerce inner -> raises inner
        | Sequence(first, _) -> raises first
        | _ -> false

    // A UUID literal.
    and private guid declarations initial depth (node: Node) : objnull option =
        let node = Parts.bare node

        let ofText text =
            match collect declarations initial (depth + 1) None text with
            | Some [ single ] ->
                match single.Value with
                | :? string as text ->
                    match System.Guid.TryParse text with
                    | true, known -> Some(known.ToString() :> obj)
                    | _ -> None
                | _ -> None
            | _ -> None

        match node.Shape with
        | Create(target, [ text ])
        | Call(None, target, [ text ]) when isGuidText target -> ofText text
        | _ when depth < deepest -> initialOf declarations initial node |> Option.bind (guid declarations initial (depth + 1))
        | _ -> None

    and private whole declarations initial depth (node: Node) : string option =
        pieces declarations initial depth node
        |> Option.bind (fun pieces -> if List.forall Option.isSome pieces then Some(String.concat "" (List.choose id pieces)) else None)

    // The pieces of a composed text, with none for a hole; nothing for any other expression.
    and private pieces declarations initial depth (node: Node) : string option list option =
        let node = Parts.bare node

        let shown (value: Node) format =
            match pieces declarations initial (depth + 1) value with
            | Some inner -> inner
            | None ->
                match collect declarations initial (depth + 1) None value with
                | Some [ single ] when format = "" -> [ textOf single.Value ]
                | _ -> [ None ]

        if depth > deepest then
            None
        else
            match Texts.partsOf node with
            | Some parts ->
                parts
                |> List.collect (fun part ->
                    match part with
                    | Written text -> [ Some text ]
                    | Shown(value, format) -> shown value format
                    | Hidden -> [ None ])
                |> Some
            | None when Types.isString node.Type -> initialOf declarations initial node |> Option.bind (pieces declarations initial (depth + 1))
            | None -> None

    and private textOf (value: objnull) : string option =
        match value with
        | :? string as text -> Some text
        | :? char as character -> Some(string character)
        | null -> Some ""
        | value when isNumber value ->
            match value with
            | :? System.IFormattable as number -> Some(number.ToString(null, System.Globalization.CultureInfo.InvariantCulture))
            | _ -> None
        | _ -> None

    /// The values of a hard-coded expression, one for each arm; empty if it is not hard-coded.
    let of' (declarations: Declarations) (initial: Name -> Node option) (node: Node) : HardCoded list =
        collect declarations initial 0 None node |> Option.defaultValue []

    /// The value of an expression that is one constant.
    let only (declarations: Declarations) (node: Node) : objnull option =
        match of' declarations (fun _ -> None) node with
        | [ single ] -> Some single.Value
        | _ -> None

    /// A composed text with the parts that the code contains; none if the expression is not a composed text.
    let text (declarations: Declarations) (initial: Name -> Node option) (node: Node) : ConstantText option =
        pieces declarations initial 0 node |> Option.map (fun pieces -> ConstantText(List.map Option.toObj pieces))
