namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open System.Collections.Generic
open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Properties of the user's own classes that are marked as tokens. Setting one counts as a send, as the call of a function that takes a token does.
type internal TokenProperties() =
    let marked = Dictionary<string, bool>()
    let shapes = Dictionary<string, RequestShape>()

    // The attribute is the property's, not its setter's.
    let isMarked (setter: FSharpMemberOrFunctionOrValue) =
        let name = Members.propertyName setter

        match setter.DeclaringEntity with
        | Some entity when setter.IsPropertySetterMethod ->
            let key = Types.nameOf entity + "." + name

            match marked.TryGetValue key with
            | true, answer -> answer
            | _ ->
                let answer =
                    entity.MembersFunctionsAndValues
                    |> Seq.exists (fun property -> property.IsProperty && property.DisplayName = name && Attributes.isToken property.Attributes)

                marked.Add(key, answer)
                answer
        | _ -> false

    // One object for one form of a call, because requests of different shapes are not compared.
    let shapeOf (token: FSharpMemberOrFunctionOrValue) (fields: Field list) =
        let key = Members.key token + " " + String.concat " " [ for field in fields -> field.Name ]

        match shapes.TryGetValue key with
        | true, shape -> shape
        | _ ->
            let owner = token.DeclaringEntity |> Option.map _.DisplayName |> Option.defaultValue ""
            let shape = WrapperShapes.ofFields (Members.key token) owner fields
            shapes.Add(key, shape)
            shape

    // What gives values to a new object before anything else sees it: new Payment(amount, Key = key).
    let rec settersOf (name: Name) (node: Node) : (FSharpMemberOrFunctionOrValue * Node) list option =
        match node.Shape with
        | Unit -> Some []
        | Use other when obj.ReferenceEquals(other, name) -> Some []
        | Coerce inner -> settersOf name inner
        | Call(Some receiver, setter, [ value ]) when setter.IsPropertySetterMethod && Parts.uses name value = 0 ->
            match (Parts.bare receiver).Shape with
            | Use other when obj.ReferenceEquals(other, name) -> Some [ setter, Parts.bare value ]
            | _ -> None
        | Sequence(first, rest) ->
            match settersOf name first, settersOf name rest with
            | Some first, Some rest -> Some(first @ rest)
            | _ -> None
        | _ -> None

    /// Whether a property is marked as a token.
    member _.IsMarked(setter: FSharpMemberOrFunctionOrValue) = isMarked setter

    /// The call that setting a property is; none if the property is no token.
    member _.OfSet(setter: FSharpMemberOrFunctionOrValue, arguments: Node list) : RequestCall option =
        match List.tryLast arguments with
        | Some value when isMarked setter && not (Arguments.isEmpty value) ->
            let shape = shapeOf setter [ Field(Members.propertyName setter, 0, Role = FieldRole.Token) ]
            RequestCall.OfWrapper(shape, [ Given.Whole(shape.Fields[0], value) ], None, Members.propertyName setter)
        | _ -> None

    /// The call that making an object is whose token is set at once, and its arguments in order; none for any other expression.
    member _.OfInitialization(node: Node) : (RequestCall * Node list) option =
        match node.Shape with
        | Let(name, Shaped(Create(target, arguments)), body) when name.Symbol.IsCompilerGenerated ->
            match settersOf name body with
            | Some setters ->
                match setters |> List.tryFind (fun (setter, value) -> isMarked setter && not (Arguments.isEmpty value)) with
                | Some(token, _) ->
                    let given =
                        [ for parameter, value in Seq.zip (Members.parametersOf target) arguments do
                              if not (parameter.IsOptionalArg && Arguments.isEmpty value) then parameter.DisplayName, parameter.Type, false, Parts.bare value

                          for setter, value in setters do
                              Members.propertyName setter, value.Type, obj.ReferenceEquals(setter, token), value ]

                    let shape =
                        WrapperShapes.fieldsOf [ for name, ty, isToken, _ in given -> name, ty, isToken ] |> shapeOf token

                    let values =
                        [ for name, _, _, value in given do
                              match shape.Fields |> Seq.tryFind (fun field -> field.Name = name) with
                              | Some field -> Given.Whole(field, value)
                              | None -> () ]

                    RequestCall.OfWrapper(shape, values, None, Members.propertyName token)
                    |> Option.map (fun call -> call, [ for _, _, _, value in given -> value ])
                | None -> None
            | None -> None
        | _ -> None
