namespace AppFlow.Fluent.FSharp.Analyzers.Trees

open FSharp.Compiler.Symbols

/// The builders of FSharp.Core. Restores <c>let!</c>, <c>for</c> and <c>try</c> from the calls of their members.
module internal Computations =
    /// Whether the builder is one of FSharp.Core's, and if so, whether its computations must be started by the caller, as <c>async</c> must.
    let isCold (ty: FSharpType) : bool option =
        if not ty.HasTypeDefinition then
            None
        else
            match ty.TypeDefinition.TryFullName with
            | Some "Microsoft.FSharp.Control.FSharpAsyncBuilder" -> Some true
            | Some("Microsoft.FSharp.Control.TaskBuilder" | "Microsoft.FSharp.Control.TaskBuilderBase" | "Microsoft.FSharp.Control.BackgroundTaskBuilder") -> Some false
            | _ -> None

    let private lambdaBody (node: Node) =
        match node.Shape with
        | Lambda(_, body) -> Some body
        | _ -> None

    // Several that are awaited in parallel are treated as awaited one by one.
    let private await (node: Node) =
        match node.Shape with
        | Tuple items -> node.With(Tuple [ for item in items -> item.With(Await item) ])
        | _ -> node.With(Await node)

    // The parameters of the rest of a computation get the awaited values.
    let rec private bind (node: Node) parameters values body =
        match parameters, values with
        | parameter :: others, value :: rest -> Let(parameter, value, (node: Node).With(bind node others rest body))
        | _ -> (body: Node).Shape

    /// <summary>The meaning of a call of a builder's member; none if computations are not made of it.</summary>
    let read (node: Node) (name: string) (arguments: Node list) : Shape option =
        match name, arguments with
        | ("Run" | "Delay" | "Source"), [ value ] -> Some((lambdaBody value |> Option.defaultValue value).Shape)
        | "Return", [ value ] -> Some value.Shape
        | "ReturnFrom", [ value ] -> Some((await value).Shape)
        | "Zero", _ -> Some Unit
        | ("MergeSources" | "MergeSources3" | "MergeSources4" | "MergeSources5"), items -> Some(Tuple items)
        | "Combine", [ first; second ] -> Some(Sequence(first, second))
        | "While", [ condition; body ] ->
            lambdaBody condition |> Option.map (fun condition -> While(condition, body))
        | "For", [ collection; body ] ->
            match body.Shape with
            | Lambda([ item ], body) -> Some(ForIn(item, Parts.bare collection, body))
            | _ -> None
        | "TryWith", [ body; handler ] ->
            match handler.Shape with
            | Lambda([ failure ], handler) -> Some(TryWith(body, failure, handler))
            | _ -> None
        | "TryFinally", [ body; last ] ->
            lambdaBody last |> Option.map (fun last -> TryFinally(body, last))
        | "Using", [ value; body ] ->
            match body.Shape with
            | Lambda([ name ], body) -> Some(Let(name, value, body))
            | _ -> None
        | ("Bind" | "BindReturn" | "Bind2" | "Bind2Return" | "Bind3" | "Bind3Return"), _ when arguments.Length >= 2 ->
            let values = arguments |> List.take (arguments.Length - 1) |> List.map await

            match (List.last arguments).Shape with
            | Lambda(parameters, body) when parameters.Length = values.Length -> Some(bind node parameters values body)
            | Lambda([ parameter ], body) -> Some(Let(parameter, node.With(Tuple values), body))
            | _ -> None
        | _ -> None
