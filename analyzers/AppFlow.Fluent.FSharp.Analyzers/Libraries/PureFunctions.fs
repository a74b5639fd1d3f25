namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open System.Collections.Generic
open FSharp.Compiler.Symbols
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Functions of the project whose result depends on their arguments alone, and which change nothing.
type internal PureFunctions(declarations: Declarations, kinds: RequestKinds) =
    let known = Dictionary<int, bool>()

    let isPlain (ty: FSharpType) =
        not (Types.stripped(ty).IsFunctionType || Types.isUnit ty || Types.isTask ty || Types.isAsync ty || (kinds.OfType ty).IsSome)

    // sprintf, failwithf and interpolations make a format first.
    let isFormat (target: FSharpMemberOrFunctionOrValue) = (Members.typeOf target).StartsWith "Microsoft.FSharp.Core.PrintfFormat"

    let rec isPure (node: Node) =
        match node.Shape with
        | Use name -> not name.Symbol.IsMutable
        | Call(_, target, _) -> isPureCall target && List.forall isPure (Parts.of' node)
        | Create(target, _) -> (KnownMembers.isPure target || isFormat target) && List.forall isPure (Parts.of' node)
        | ReadField(_, field) -> not field.IsMutable && List.forall isPure (Parts.of' node)
        | Const _
        | Unit
        | Null
        | This
        | Lambda _
        | Let _
        | If _
        | Sequence _
        | Coerce _
        | Tuple _
        | TupleItem _
        | Record _
        | AnonymousField _
        | Case _
        | CaseTest _
        | CaseItem _
        | TypeTest _
        | Match _
        | Arm _ -> List.forall isPure (Parts.of' node)
        | _ -> false

    and isPureCall (target: FSharpMemberOrFunctionOrValue) =
        if KnownMembers.isFresh target || (Clocks.grainOf target).IsSome then
            false
        else
            match declarations.Of target with
            | Some declaration when declaration.IsValue -> not target.IsMutable
            | Some declaration -> isPureDeclaration target declaration
            | None -> KnownMembers.isPure target || KnownMembers.raises target

    // A function that calls itself is not followed.
    and isPureDeclaration target (declaration: Declaration) =
        match known.TryGetValue declaration.Number with
        | true, answer -> answer
        | _ ->
            known.Add(declaration.Number, false)

            let answer =
                not target.IsDispatchSlot
                && not declaration.Parameters.IsEmpty
                && isPlain target.ReturnParameter.Type
                && isPure declaration.Body

            known[declaration.Number] <- answer
            answer

    /// Whether a call has no other effect than its result, which is the same for the same arguments.
    member _.Has(target: FSharpMemberOrFunctionOrValue, declaration: Declaration, arguments: Node list) : bool =
        isPureDeclaration target declaration && arguments |> List.forall (fun argument -> isPlain (Parts.bare argument).Type)
