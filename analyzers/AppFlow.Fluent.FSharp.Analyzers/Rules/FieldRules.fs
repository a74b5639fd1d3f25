namespace AppFlow.Fluent.FSharp.Analyzers.Rules

open System.Collections.Generic
open AppFlow.Fluent.Rules.Catalog
open AppFlow.Fluent.Rules.Catalog.Messages
open AppFlow.Fluent.Rules.Judges
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers
open AppFlow.Fluent.FSharp.Analyzers.Libraries
open AppFlow.Fluent.FSharp.Analyzers.Lowering
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// AFF2001 to AFF2003 and AFF3001: required fields that are not set, empty values, and values that the service refuses.
type internal FieldRules(places: Places, declarations: Declarations, kinds: RequestKinds) =
    let messages = FieldMessages.FSharp

    let kindOf (shape: RequestShape) =
        match shape.Operation with
        | :? string as name -> kinds.Named name
        | _ -> None

    // The values of a required field, one place after the other.
    let judge (given: Given) (origin: RequestOrigin) (isRequired: bool) (method: string) (place: Node) (blankness: string | null) (refusal: string | null) : Finding option =
        let method: string | null = if method = "" then null else method

        match blankness, refusal with
        | NonNull blankness, _ when isRequired -> Some(Report.at RuleIds.BlankRequiredValue place.Range (messages.Blank(given.Name, blankness, origin, method)))
        | _, NonNull refusal -> Some(Report.at RuleIds.RefusedValue place.Range (messages.Refused(given.Name, refusal, origin, method)))
        | _ -> None

    let values (reading: Reading) (call: RequestCall) (given: Given) (origin: RequestOrigin) : Finding list =
        match given.Value, given.Constraints with
        | Some value, Some constraints when not (reading.IsAsserted value) ->
            let isRequired = constraints.IsRequired

            match Constants.text declarations reading.InitialOf value with
            | Some text ->
                let blankness: string | null =
                    match text.Whole with
                    | null -> null
                    | whole -> constraints.Blankness(whole :> obj)

                judge given origin isRequired call.Method value blankness (constraints.Refusal text) |> Option.toList
            | None ->
                let seen = HashSet<Node>(HashIdentity.Reference)

                [ for constant in Constants.of' declarations reading.InitialOf value do
                      if not (seen.Contains constant.Place) then
                          match judge given origin isRequired call.Method constant.Place (constraints.Blankness constant.Value) (constraints.Refusal constant.Value) with
                          | Some finding ->
                              seen.Add constant.Place |> ignore
                              finding
                          | None -> () ]
        | _ -> []

    // ConnectorProvisioningConfig.ForLambda: a method that makes a part of a request.
    let parts (reading: Reading) (node: Node) : Finding list =
        match node.Shape with
        | Call(None, target, [ argument ]) when Members.typeOf target = "AppFlow.Fluent.ConnectorProvisioningConfig" && not (reading.IsAsserted node) ->
            let parameter = (Members.parametersOf target).Head.DisplayName

            let part =
                target.DeclaringEntity
                |> Option.bind (fun entity ->
                    entity.MembersFunctionsAndValues
                    |> Seq.tryFind (fun property -> property.IsProperty && target.CompiledName = "For" + property.DisplayName))
                |> Option.bind (fun property -> RequestKind.PartOf(property.ReturnParameter.Type, parameter))

            match part with
            | Some part ->
                let given =
                    { Given.Whole(Field(part.DisplayName, 0), argument) with
                        Constraints = Some(Attributes.constraintsOf part.Attributes) }

                let call =
                    { Kind = Begin
                      Shape = RequestShape("", "", [||])
                      Request = None
                      Given = []
                      Source = None
                      Client = None
                      IsOpen = false
                      Method = target.CompiledName }

                values reading call given RequestOrigin.AppFlow
            | None -> []
        | _ -> []

    /// Values that are given to fields.
    member _.Values(reading: Reading) : Finding list =
        let rec partsIn (node: Node) = parts reading node @ List.collect partsIn (Parts.of' node)

        [ for struct (_, call) in reading.Calls do
              match call.Request with
              | Some kind when not (reading.IsWithin kind) ->
                  for given in call.Given do
                      yield! values reading call given kind.Origin
              | _ -> ()

          yield! partsIn reading.Declaration.Body ]

    /// Required fields that a send does not set.
    member _.Missing(body: Body) : Finding list =
        [ for missing in RequiredFieldsJudge.Judge body.Flow do
              match missing.Place, kindOf missing.Shape with
              | (:? Node as send), Some kind when body.Holds send && not (body.Reading.IsWithin kind) ->
                  let place = places.NameOf send
                  let isSettable (field: Field) = kind.Fields |> List.exists (fun known -> obj.ReferenceEquals(known.Field, field) && known.Property.IsSettable)
                  let fields = [| for field in missing.Fields -> MissingField(field.Name, Array.ofList (kind.SettersOf field), isSettable field) |]

                  let method =
                      match send.Shape with
                      | Call(_, target, _) -> target.DisplayNameCore
                      | _ -> "SendAsync"

                  Report.at
                      (if missing.IsNever then RuleIds.FieldNeverSet else RuleIds.FieldNotAlwaysSet)
                      place
                      (messages.Missing(missing.Shape.DisplayName, fields, not missing.IsNever, kind.Origin, method))
              | _ -> () ]
