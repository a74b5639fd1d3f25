namespace AppFlow.Fluent.FSharp.Analyzers.Rules

open System.Collections.Generic
open FSharp.Compiler.Symbols
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// The facts that one pass over a declaration's code finds.
type internal Reading(declaration: Declaration, calls: Wrappers) =
    let initial = Dictionary<Name, Node>(HashIdentity.Reference)
    let written = HashSet<Name>(HashIdentity.Reference)
    let asserted = HashSet<Node>(HashIdentity.Reference)
    let found = List<struct (Node * RequestCall)>()

    let callOf (node: Node) =
        match node.Shape with
        | Call(receiver, target, arguments) -> calls.OfCall(receiver, target, arguments)
        | Create(target, arguments) -> calls.OfCreation(target, arguments)
        | Record(ty, values) -> calls.OfRecord(ty, values)
        | Let _ -> calls.OfInitialization node |> Option.map fst
        | _ -> None

    let rec visit isAsserted (node: Node) =
        if isAsserted then asserted.Add node |> ignore

        match node.Shape with
        | Let(name, value, _) -> initial[name] <- value
        | Apply(Shaped(Lambda(parameters, _)), arguments) ->
            for name, value in Seq.zip parameters arguments do
                initial[name] <- value
        | Assign(name, _) -> written.Add name |> ignore
        | AddressOf(Shaped(Use name)) when name.Symbol.IsMutable || name.Symbol.IsCompilerGenerated -> written.Add name |> ignore
        | SetAddress(address, _) ->
            match (Parts.bare address).Shape with
            | Use name -> written.Add name |> ignore
            | _ -> ()
        | _ -> ()

        callOf node |> Option.iter (fun call -> found.Add(struct (node, call)))

        let isAsserted =
            isAsserted
            || (match node.Shape with
                | Call(_, target, _) -> KnownMembers.expectsThrow target
                | _ -> false)

        List.iter (visit isAsserted) (Parts.of' node)

    do
        visit false declaration.Body

        for name in written do
            initial.Remove name |> ignore

    /// The declaration that was read.
    member _.Declaration = declaration

    /// The values of names that get one value.
    member _.Initial = initial

    /// The value of a name; none if it gets several values, or if its value is not visible.
    member _.InitialOf(name: Name) : Node option =
        match initial.TryGetValue name with
        | true, value -> Some value
        | _ -> None

    /// The calls that do something to requests, each with its expression.
    member _.Calls: struct (Node * RequestCall) seq = found

    /// Whether an expression is in code that an assertion expects to throw.
    member _.IsAsserted(node: Node) = asserted.Contains node

    /// Whether the code belongs to the class itself.
    member _.IsWithin(kind: RequestKind) : bool =
        let rec isWithin (entity: FSharpEntity option) =
            match entity with
            | Some entity -> kind.IsOf entity || isWithin entity.DeclaringEntity
            | None -> false

        match declaration.Symbol with
        | Some symbol when not symbol.IsExtensionMember -> isWithin symbol.DeclaringEntity
        | _ -> false
