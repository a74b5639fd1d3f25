namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// Determines what calls do to requests, except for wrappers.
type internal RequestCalls(kinds: RequestKinds, declarations: Declarations) =
    let summaries = RequestSummaries(kinds, declarations)

    // A null reference counts as a value; a value type's default and an omitted optional argument do not.
    let isLeftOut (parameter: FSharpParameter) node = parameter.IsOptionalArg && Arguments.isEmpty node

    let given (field: RequestField) (value: Node option) =
        { Field = field.Field
          Value = value
          Constant = null
          HasConstant = false
          Maker = ""
          Name = field.Property.Name
          Constraints = Some field.Property.Constraints }

    let ofConvention (kind: RequestKind) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) =
        let parameters = Members.parametersOf target

        if RequestKind.IsWith target.CompiledName then
            match kind.SetBy target.CompiledName, arguments |> List.filter (fun argument -> not argument.Shape.IsUnit) with
            | Some(field, _), [] -> [ { given field None with Constant = box true; HasConstant = true } ]
            | Some(field, None), [ value ] ->
                // A part of the field, if the parameter has the field's name but another type.
                [ given field (Some(Parts.bare value)) ]
            | Some(field, Some part), [ value ] ->
                let inner = RequestKind.PartOf(part.ReturnParameter.Type, (if parameters.IsEmpty then "" else parameters.Head.DisplayName))

                [ { given field (Some(Parts.bare value)) with
                      Maker = Types.name field.Property.Type + ".For" + part.DisplayName
                      Name = (inner |> Option.defaultValue part).DisplayName
                      Constraints = Some(Attributes.constraintsOf (inner |> Option.defaultValue part).Attributes) } ]
            | Some(field, _), _ -> [ given field None ]
            | None, _ -> []
        else
            [ for parameter, argument in Seq.zip parameters arguments do
                  match kind.FieldNamed parameter.DisplayName with
                  | Some field when not (isLeftOut parameter argument) -> given field (Some(Parts.bare argument))
                  | _ -> () ]

    // What the body of a user's own method sets.
    let ofSummary (summary: RequestSummary) (arguments: Node list) =
        [ for field, value in summary.Sets do
              match value with
              | Parameter index when index < arguments.Length -> given field (Some(Parts.bare arguments[index]))
              | Fixed constant -> { given field None with Constant = constant; HasConstant = true }
              | Unset -> { given field None with HasConstant = true }
              | _ -> given field None ]

    let make kind (request: RequestKind) source sets (target: FSharpMemberOrFunctionOrValue) =
        { Kind = kind
          Shape = request.Shape
          Request = Some request
          Given = sets
          Source = source
          Client = None
          IsOpen = false
          Method = Members.propertyName target }

    let send (kind: RequestKind) source client target =
        Some { make Send kind (Some source) [] target with Client = client }

    let ofInstance (receiver: Node) (target: FSharpMemberOrFunctionOrValue) (arguments: Node list) (kind: RequestKind) =
        let isOwn = not target.IsExtensionMember
        let name = target.CompiledName

        if isOwn && RequestKind.IsSend name then
            let isField (parameter: FSharpParameter) =
                Attributes.isToken parameter.Attributes
                || (Types.name parameter.Type <> "System.Threading.CancellationToken" && (kind.FieldNamed parameter.DisplayName).IsSome)

            if List.exists isField (Members.parametersOf target) then None else send kind receiver (Arguments.clientOf target arguments) target
        elif isOwn && name = "EnumerateAsync" && kind.IsOfLibrary then
            Some(make Enumerate kind (Some receiver) [] target)
        elif isOwn && target.IsPropertySetterMethod then
            match kind.FieldNamed(Members.propertyName target) with
            | Some field -> Some(make Mutate kind (Some receiver) [ given field (List.tryLast arguments |> Option.map Parts.bare) ] target)
            | None -> None
        elif isOwn && Types.entityOf target.ReturnParameter.Type |> Option.exists kind.IsOf then
            match if kind.IsOfLibrary then None else summaries.Of target with
            | Some summary -> Some { make With kind (Some receiver) (ofSummary summary arguments) target with IsOpen = summary.IsOpen }
            | None when RequestKind.IsWith name ->
                let sets = ofConvention kind target arguments
                let isKnown = not sets.IsEmpty && (kind.IsOfLibrary || (Members.parametersOf target).Length = 1)
                Some { make With kind (Some receiver) (if isKnown then sets else []) target with IsOpen = not isKnown }
            | None -> None
        else
            None

    /// The requests that the project knows.
    member _.Kinds = kinds

    /// What a call does to a request; none if that is nothing or unknown.
    member _.OfCall(receiver: Node option, target: FSharpMemberOrFunctionOrValue, arguments: Node list) : RequestCall option =
        match receiver with
        | Some receiver ->
            let bare = Parts.bare receiver

            match kinds.OfType bare.Type with
            | Some kind -> ofInstance bare target arguments kind
            | None ->
                if target.CompiledName = "SendAsync" && Arguments.isClient receiver.Type && not arguments.IsEmpty then
                    let request = Parts.bare arguments.Head
                    kinds.OfType request.Type |> Option.bind (fun kind -> if kind.IsOfLibrary then send kind request (Some receiver) target else None)
                else
                    None
        | None ->
            if Members.typeOf target = "AppFlow.Fluent.ConnectorRegistration" then
                kinds.OfType target.ReturnParameter.Type
                |> Option.map (fun kind -> make Begin kind None (ofConvention kind target arguments) target)
            elif target.IsMember && not target.IsInstanceMember && not target.IsConstructor && target.CurriedParameterGroups.Count > 0 then
                match kinds.OfType target.ReturnParameter.Type with
                | Some kind when target.DeclaringEntity |> Option.exists kind.IsOf ->
                    match summaries.Of target with
                    | Some summary when not summary.IsOpen && not summary.IsFromOther ->
                        // A field to which a factory gives no value is not set.
                        let sets = summary.Sets |> List.filter (fun (_, value) -> not value.IsUnset)
                        Some(make Begin kind None (ofSummary { summary with Sets = sets } arguments) target)
                    | _ -> None
                | _ -> None
            else
                None

    /// What a constructor makes; none if that is not a request.
    member _.OfCreation(target: FSharpMemberOrFunctionOrValue, arguments: Node list) : RequestCall option =
        target.DeclaringEntity
        |> Option.bind kinds.OfEntity
        |> Option.map (fun kind -> { make Begin kind None (ofConvention kind target arguments) target with Method = "" })

    /// What a record expression makes: a new request, or a copy of another one.
    member _.OfRecord(ty: FSharpType, values: Node list) : RequestCall option =
        kinds.OfType ty
        |> Option.map (fun kind ->
            let source, sets = RequestSummaries.OfRecord(kind, values)

            let given =
                [ for field, value in sets do
                      match value.Shape with
                      | Null -> { given field None with HasConstant = true }
                      | _ -> given field (Some(Parts.bare value)) ]

            { Kind = (if source.IsSome then With else Begin)
              Shape = kind.Shape
              Request = Some kind
              Given = given
              Source = source
              Client = None
              IsOpen = false
              Method = "" })
