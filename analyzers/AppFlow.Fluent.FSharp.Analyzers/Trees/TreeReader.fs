namespace AppFlow.Fluent.FSharp.Analyzers.Trees

open System.Collections.Generic
open System.Reflection
open FSharp.Compiler.Symbols

// Its patterns have the same names as the shapes that are made here.
module Fcs = FSharp.Compiler.Symbols.FSharpExprPatterns

/// The compiler rebuilds a part of an expression, with everything in it, for each question about it.
module private Forcing =
    // The field that the compiler evaluates on demand; it is not public. In a version without this field, each question costs more.
    let private delayed = typeof<FSharpExpr>.GetField("f", BindingFlags.Instance ||| BindingFlags.NonPublic)

    /// The expression itself, made once.
    let rec force (expr: FSharpExpr) : FSharpExpr =
        match delayed with
        | null -> expr
        | field ->
            match field.GetValue expr with
            | :? option<unit -> FSharpExpr> as made ->
                match made with
                | Some make -> force (make ())
                | None -> expr
            | _ -> expr

/// <summary>
/// Reads the compiler's typed expressions. Each is read once, because the compiler rebuilds a part of an expression whenever it is accessed. Forms of F#
/// that mean the same become one shape: pipelines, compositions and method groups become calls, and computations become their original statements.
/// </summary>
type internal TreeReader() =
    let names = Dictionary<FSharpMemberOrFunctionOrValue, Name>(HashIdentity.Structural)
    let mutable owner = 0

    let nameOf (symbol: FSharpMemberOrFunctionOrValue) =
        match names.TryGetValue symbol with
        | true, name -> name
        | _ ->
            let name = Name(symbol, symbol.DisplayName)
            names.Add(symbol, name)
            name

    let operator (target: FSharpMemberOrFunctionOrValue) =
        if target.IsModuleValueOrMember && not target.IsMember then target.CompiledName else ""

    // printfn "%s" label: the compiler binds the format's function to a name that it generates.
    let isFormat (node: Node) =
        match node.Shape with
        | Call(None, target, [ _ ]) -> target.CompiledName.StartsWith "PrintFormat"
        | _ -> false

    let printed (node: Node) arguments =
        match node.Shape with
        | Call(None, target, format) -> Call(None, target, format @ arguments)
        | shape -> shape

    // A member of a structure gets the structure's address.
    let addressed (node: Node) =
        match node.Shape with
        | AddressOf inner -> inner
        | _ -> node

    let rec applied (at: FSharpExpr) (func: Node) (arguments: Node list) : Node =
        let make shape = Node(shape, at.Range, at.Type, owner)

        match func.Shape, arguments with
        | _, [] -> func
        | Apply(inner, before), _ -> make (Apply(inner, before @ arguments))
        | Let(name, value, _), _ when name.Symbol.IsCompilerGenerated && isFormat value -> make (printed value arguments)
        | Let(name, value, body), _ -> make (Let(name, value, applied at body arguments))
        | Lambda(parameter :: others, body), argument :: rest when Parts.isUnwritten parameter body ->
            match Parts.substitute parameter argument body with
            | Some body -> applied at (if others.IsEmpty then body else make (Lambda(others, body))) rest
            | None -> make (Apply(func, arguments))
        | Compose(first, second), [ argument ] -> applied at second [ applied at first [ argument ] ]
        | _ -> make (Apply(func, arguments))

    let rec read (expr: FSharpExpr) : Node =
        let node = Node(shapeOf expr, expr.Range, expr.Type, owner)

        match node.Shape with
        // If parts of a form are removed, the rest keeps the form's position.
        | Coerce inner when inner.Range = node.Range && inner.Type = node.Type -> inner
        | _ -> node

    and readAll exprs = List.map read exprs

    and lambda parameters (body: FSharpExpr) =
        match Forcing.force body with
        | Fcs.Lambda(parameter, inner) when List.length parameters < 16 -> lambda (nameOf parameter :: parameters) inner
        | _ -> Lambda(List.rev parameters, read body)

    and apply (expr: FSharpExpr) func arguments = (applied expr func arguments).Shape

    and compose (expr: FSharpExpr) (first: Node) (second: Node) =
        match first.Shape, second.Shape with
        | Lambda([ parameter ], body), Lambda([ next ], _) when not next.Symbol.IsMutable ->
            let joined = applied expr second [ body ]

            match joined.Shape with
            | Apply _ -> Compose(first, second)
            | _ -> Lambda([ parameter ], joined)
        | _ -> Compose(first, second)

    and call (expr: FSharpExpr) (receiver: FSharpExpr option) target arguments =
        match operator target, arguments with
        | "op_PipeRight", [ value; func ] ->
            let value = read value
            apply expr (read func) [ value ]
        | "op_PipeLeft", [ func; value ] -> apply expr (read func) [ read value ]
        | "op_PipeRight2", [ one; two; func ] ->
            let values = readAll [ one; two ]
            apply expr (read func) values
        | "op_PipeRight3", [ one; two; three; func ] ->
            let values = readAll [ one; two; three ]
            apply expr (read func) values
        | "op_PipeLeft2", [ func; one; two ] -> apply expr (read func) (readAll [ one; two ])
        | "op_ComposeRight", [ first; second ] ->
            let first = read first
            compose expr first (read second)
        | "op_ComposeLeft", [ second; first ] ->
            let first = read first
            compose expr first (read second)
        | _ ->
            match Option.map Forcing.force receiver with
            | Some(Fcs.Value builder) when builder.LogicalName = "builder@" && (Computations.isCold builder.FullType).IsSome ->
                let name = target.LogicalName
                let arguments = readAll arguments
                let node = Node(Other arguments, expr.Range, expr.Type, owner)

                Computations.read node (name.Substring(name.LastIndexOf '.' + 1)) arguments
                |> Option.defaultValue node.Shape
            | _ -> Call(Option.map (read >> addressed) receiver, target, readAll arguments)

    and application (expr: FSharpExpr) (func: FSharpExpr) arguments =
        match func, arguments with
        | Fcs.Lambda(builder, body), [ _ ] when builder.LogicalName = "builder@" && (Computations.isCold builder.FullType).IsSome ->
            Computation((Computations.isCold builder.FullType).Value, read body)
        | _ ->
            let arguments = readAll arguments
            apply expr (read func) arguments

    and binding (name: FSharpMemberOrFunctionOrValue) (value: FSharpExpr) (body: FSharpExpr) : Shape =
        let value, body = Forcing.force value, Forcing.force body

        match value, body with
        // for item in collection do body
        | Fcs.Call(Some collection, target, _, _, []), Fcs.TryFinally(loop, _, _, _) when name.IsCompilerGenerated && target.CompiledName = "GetEnumerator" ->
            match Forcing.force loop with
            | Fcs.WhileLoop(_, round, _) ->
                match Forcing.force round with
                | Fcs.Let((item, _, _), body) -> ForIn(nameOf item, Parts.bare (read collection), read body)
                | _ -> plainBinding name value body
            | _ -> plainBinding name value body
        | _ -> plainBinding name value body

    and plainBinding name value body =
        let value = read value
        let body = read body

        match if name.IsCompilerGenerated then Parts.substitute (nameOf name) value body else None with
        | Some body -> body.Shape
        | None -> Let(nameOf name, value, body)

    and counting first last body =
        match (read body).Shape with
        // for item in array do body
        | Lambda(_, Shaped(Let(item, Shaped(Call(None, target, [ array; _ ])), body))) when
            target.CompiledName = "GetArray" && target.DeclaringEntity |> Option.exists (fun entity -> entity.LogicalName = "IntrinsicFunctions")
            ->
            ForIn(item, Parts.bare array, body)
        | shape -> For(read first, read last, Node(shape, body.Range, body.Type, owner))

    and shapeOf (expr: FSharpExpr) : Shape =
        match Forcing.force expr with
        | Fcs.Value symbol -> Use(nameOf symbol)
        | Fcs.Const(value, _) ->
            match value with
            | null -> Unit
            | value when (value :? unit) -> Unit
            | value -> Const value
        | Fcs.Call(None, target, _, _, []) when target.CompiledName = "DefaultOf" && (Members.typeOf target).EndsWith "Unchecked" -> Null
        | Fcs.Call(receiver, target, _, _, arguments) -> call expr receiver target arguments
        | Fcs.Application(func, _, arguments) -> application expr (Forcing.force func) arguments
        | Fcs.TypeLambda(_, body) -> shapeOf body
        | Fcs.Lambda(parameter, body) -> lambda [ nameOf parameter ] body
        | Fcs.Let((name, value, _), body) -> binding name value body
        | Fcs.LetRec(bindings, body) -> LetRec([ for name, value, _ in bindings -> nameOf name, read value ], read body)
        | Fcs.IfThenElse(condition, whenTrue, whenFalse) -> If(read condition, read whenTrue, read whenFalse)
        | Fcs.Sequential(first, second) -> Sequence(read first, read second)
        | Fcs.DecisionTree(decision, arms) -> Match(read decision, [ for names, arm in arms -> List.map nameOf names, read arm ])
        | Fcs.DecisionTreeSuccess(index, arguments) -> Arm(index, readAll arguments)
        | Fcs.Coerce(_, value) -> Coerce(read value)
        | Fcs.NewObject(target, _, arguments) -> Create(target, readAll arguments)
        | Fcs.NewTuple(_, items) -> Tuple(readAll items)
        | Fcs.TupleGet(_, index, tuple) -> TupleItem(index, Parts.bare (read tuple))
        | Fcs.NewArray(_, items) -> Array(readAll items)
        | Fcs.NewRecord(ty, fields) -> Record(ty, readAll fields)
        | Fcs.FSharpFieldGet(receiver, _, field) -> ReadField(Option.map (read >> Parts.bare) receiver, field)
        | Fcs.FSharpFieldSet(receiver, _, field, value) -> SetField(Option.map (read >> Parts.bare) receiver, field, read value)
        | Fcs.AnonRecordGet(record, _, index) -> AnonymousField(index, read record)
        | Fcs.NewAnonRecord(_, items) -> Tuple(readAll items)
        | Fcs.NewUnionCase(_, case, arguments) -> Case(case, readAll arguments)
        | Fcs.UnionCaseTest(value, _, case) -> CaseTest(case, Parts.bare (read value))
        | Fcs.UnionCaseGet(value, _, case, field) -> CaseItem(case, field, Parts.bare (read value))
        | Fcs.TypeTest(ty, value) -> TypeTest(ty, Parts.bare (read value))
        | Fcs.ValueSet(name, value) -> Assign(nameOf name, read value)
        | Fcs.AddressOf value -> AddressOf(read value)
        | Fcs.AddressSet(address, value) -> SetAddress(read address, read value)
        | Fcs.WhileLoop(condition, body, _) -> While(read condition, read body)
        | Fcs.FastIntegerForLoop(first, last, body, _, _, _) -> counting first last body
        | Fcs.TryFinally(body, last, _, _) -> TryFinally(read body, read last)
        | Fcs.TryWith(body, _, _, failure, handler, _, _) -> TryWith(read body, nameOf failure, read handler)
        | Fcs.ThisValue _
        | Fcs.BaseValue _ -> This
        | Fcs.DefaultValue _ -> Null
        | Fcs.NewDelegate(_, body) -> shapeOf body
        | Fcs.Quote _ -> Quoted
        | Fcs.ObjectExpr(_, _, overrides, interfaces) ->
            ObjectExpression
                [ for group in overrides :: List.map snd interfaces do
                      for over in group do
                          let parameters = [ for group in over.CurriedParameterGroups do yield! List.map nameOf group ]
                          Node(Lambda(parameters, read over.Body), over.Body.Range, over.Body.Type, owner) ]
        | Fcs.ILFieldGet(None, owner, _) -> StaticField owner
        | Fcs.ILFieldGet(receiver, _, _) -> Other(readAll (Option.toList receiver))
        | Fcs.ILFieldSet(receiver, _, _, value) -> Other(readAll (Option.toList receiver @ [ value ]))
        | Fcs.ILAsm(_, _, arguments) -> Other(readAll arguments)
        | Fcs.UnionCaseTag(value, _) -> Other [ read value ]
        | Fcs.UnionCaseSet(target, _, _, _, value) -> Other(readAll [ target; value ])
        | Fcs.TraitCall(_, _, _, _, _, arguments) -> Other(readAll arguments)
        | _ -> Other []

    /// The name of a symbol: the same object for each use.
    member _.NameOf symbol = nameOf symbol

    /// <summary>Reads the code of a declaration with all its parts.</summary>
    /// <param name="number">The declaration's number.</param>
    /// <param name="expr">Its code.</param>
    member _.Read(number, expr: FSharpExpr) =
        owner <- number
        read expr
