namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open System.Collections.Generic
open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// The user's own functions, members and records that take a token. A call of one counts as a send.
type internal Wrappers(calls: RequestCalls, declarations: Declarations) =
    let properties = TokenProperties()
    let shapes = Dictionary<string, RequestShape option>()
    let records = Dictionary<string, RequestShape option>()
    let inProgress = HashSet<string>()

    let isCheck (target: FSharpMemberOrFunctionOrValue) =
        let name = target.CompiledName

        name.StartsWith "ThrowIf"
        || name.StartsWith "IsNullOr"
        || name.StartsWith "Log"
        || name.StartsWith "PrintFormat"
        || name.StartsWith "op_"
        || name = "IsNull"
        || name = "Box"
        || List.contains (Members.typeOf target) [ "System.Console"; "System.Diagnostics.Debug"; "System.Diagnostics.Trace" ]

    let isUse (token: Name) (node: Node) =
        match (Parts.bare node).Shape with
        | Use name -> obj.ReferenceEquals(name, token)
        | _ -> false

    // The one operation that gets the token; none if there are several, or if something else gets it too.
    let rec handedTo (target: FSharpMemberOrFunctionOrValue) (token: Name) (body: Node) : obj option =
        let found = HashSet<obj>()
        let mutable isKnown = true

        let rec visit (node: Node) =
            match node.Shape with
            | Call(receiver, called, arguments) when List.exists (isUse token) arguments ->
                match callOf receiver called arguments with
                | Some call when call.Given |> List.exists (fun given -> given.Field.Role = FieldRole.Token && given.Value |> Option.exists (isUse token)) ->
                    found.Add call.Shape.Operation |> ignore
                | _ when Members.key called = Members.key target || isCheck called -> ()
                | _ -> isKnown <- false

                Option.toList receiver @ arguments |> List.filter (isUse token >> not) |> List.iter visit
            | Other parts when List.exists (isUse token) parts -> ()
            | Match(decision, arms) when isUse token decision -> arms |> List.iter (snd >> visit)
            | _ ->
                let parts = Parts.of' node
                if List.exists (isUse token) parts then isKnown <- false
                List.iter visit parts

        visit body
        if isKnown && found.Count = 1 then Some(Seq.head found) else None

    and operationOf (target: FSharpMemberOrFunctionOrValue) : obj =
        match declarations.Of target with
        | Some declaration when inProgress.Add(Members.key target) ->
            try
                let parameters = if target.IsInstanceMember then List.tail declaration.Parameters else declaration.Parameters

                Seq.zip (Members.parametersOf target) parameters
                |> Seq.tryPick (fun (parameter, name) -> if Attributes.isToken parameter.Attributes then handedTo target name declaration.Body else None)
                |> Option.defaultValue (Members.key target :> obj)
            finally
                inProgress.Remove(Members.key target) |> ignore
        | _ -> Members.key target :> obj

    and shapeOfMember (target: FSharpMemberOrFunctionOrValue) =
        match shapes.TryGetValue(Members.key target) with
        | true, shape -> shape
        | _ ->
            let parameters = Members.parametersOf target

            let shape =
                if parameters |> List.exists (fun parameter -> Attributes.isToken parameter.Attributes) then
                    let name = if target.IsConstructor then target.DeclaringEntity |> Option.map _.DisplayName |> Option.defaultValue "" else target.DisplayName

                    WrapperShapes.fieldsOf [ for parameter in parameters -> parameter.DisplayName, parameter.Type, Attributes.isToken parameter.Attributes ]
                    |> WrapperShapes.ofFields (operationOf target) name
                    |> Some
                else
                    None

            // A wrapper that is requested while its own operation is still being determined is determined again later.
            if inProgress.Count = 0 then shapes[Members.key target] <- shape
            shape

    and wrapperOf receiver (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) : RequestCall option =
        shapeOfMember target
        |> Option.bind (fun shape ->
            let given =
                [ for parameter, argument in Seq.zip (Members.parametersOf target) arguments do
                      if not (parameter.IsOptionalArg && Arguments.isEmpty argument) then
                          match shape.Fields |> Seq.tryFind (fun field -> field.Name = parameter.DisplayName) with
                          | Some field ->
                              let value =
                                  match argument.Shape with
                                  | Case(case, [ inner ]) when parameter.IsOptionalArg && case.Name = "Some" -> inner
                                  | _ -> argument

                              Given.Whole(field, value)
                          | None -> () ]

            RequestCall.OfWrapper(shape, given, Arguments.clientOf target arguments |> Option.orElse receiver, target.DisplayName))

    and callOf receiver target arguments =
        match calls.OfCall(receiver, target, arguments) with
        | Some call -> Some call
        | None ->
            match wrapperOf receiver target arguments, receiver with
            | None, Some owner when (calls.Kinds.OfType (Parts.bare owner).Type).IsNone -> properties.OfSet(target, arguments)
            | call, _ -> call

    let recordShape (ty: FSharpType) =
        match Types.entityOf ty with
        | Some entity when entity.IsFSharpRecord ->
            let name = Types.nameOf entity

            match records.TryGetValue name with
            | true, shape -> shape
            | _ ->
                let fields =
                    [ for field in entity.FSharpFields -> field.Name, field.FieldType, Attributes.isToken field.PropertyAttributes || Attributes.isToken field.FieldAttributes ]

                let shape =
                    if fields |> List.exists (fun (_, _, isToken) -> isToken) then
                        // Arguments that are not part of the content keep their index, because values are given by index.
                        let all = fields |> List.mapi (fun index (name, _, isToken) -> Field(name, index, Role = (if isToken then FieldRole.Token else FieldRole.Content)))
                        Some(WrapperShapes.ofFields name entity.DisplayName all)
                    else
                        None

                records.Add(name, shape)
                shape
        | _ -> None

    /// Whether an expression gives a token to the user's own code.
    member _.IsWrapper(node: Node) : bool =
        match node.Shape with
        | Call(_, target, _) -> target.CurriedParameterGroups.Count > 0 && ((shapeOfMember target).IsSome || properties.IsMarked target)
        | Create(target, _) -> (shapeOfMember target).IsSome
        | Record(ty, _) -> (recordShape ty).IsSome
        | _ -> false

    /// What an object that is made and gets its properties in one expression is: something that takes a token, with the parts that give it its values.
    member _.OfInitialization(node: Node) : (RequestCall * Node list) option =
        properties.OfInitialization node
        |> Option.filter (fun (_, parts) -> parts |> List.isEmpty |> not && (calls.Kinds.OfType node.Type).IsNone)

    /// What a call does to a request, or the call of a wrapper.
    member _.OfCall(receiver, target, arguments) : RequestCall option = callOf receiver target arguments

    /// What a constructor makes: a request, or something that takes a token.
    member _.OfCreation(target, arguments) : RequestCall option =
        match calls.OfCreation(target, arguments) with
        | Some call -> Some call
        | None -> wrapperOf None target arguments

    /// What a record expression makes: a request, or something that takes a token.
    member _.OfRecord(ty: FSharpType, values: Node list) : RequestCall option =
        match calls.OfRecord(ty, values) with
        | Some call -> Some call
        | None ->
            recordShape ty
            |> Option.bind (fun shape ->
                let given =
                    [ for field, value in Seq.zip shape.Fields values do
                          match value.Shape with
                          | Null -> ()
                          | _ ->
                              Given.Whole(field, value) ]

                let isRead (given: Given) =
                    match given.Value with
                    | Some value ->
                        match value.Shape with
                        | ReadField _ -> given.Field.Role = FieldRole.Token
                        | _ -> false
                    | None -> false

                if List.exists isRead given then None else RequestCall.OfWrapper(shape, given, None, shape.DisplayName))
