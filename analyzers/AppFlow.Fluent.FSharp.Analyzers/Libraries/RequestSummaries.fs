namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open FSharp.Compiler.Symbols
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// The value that the body of a method gives to a field.
[<NoComparison; ReferenceEquality>]
type internal SummaryValue =
    /// The argument at that index.
    | Parameter of index: int
    | Fixed of obj
    | Unset
    /// A value that is made from other values.
    | Made

/// What a method of a user's own request class sets, read from its body.
[<NoComparison; ReferenceEquality>]
type internal RequestSummary =
    { Sets: (RequestField * SummaryValue) list
      /// Whether the fields that are not named come from another request than the receiver.
      IsFromOther: bool
      /// Whether the fields that are not named may be set too.
      IsOpen: bool }

/// Reads the bodies of methods that make requests.
type internal RequestSummaries(kinds: RequestKinds, declarations: Declarations) =
    // { request with Name = name } is a record whose other fields are read from the request.
    static let copied (kind: RequestKind) (values: Node list) =
        let fields = kind.Fields

        if values.Length <> fields.Length then
            None
        else
            List.zip fields values
            |> List.tryPick (fun (field, value) ->
                match value.Shape with
                | ReadField(Some source, read) when read.Name = field.Property.Name && Types.entityOf source.Type |> Option.exists kind.IsOf -> Some source
                | _ -> None)

    let isKept (field: RequestField) (value: Node) =
        match (Parts.bare value).Shape with
        | ReadField(Some _, read) -> read.Name = field.Property.Name || read.Name = field.Property.Name.Substring(0, 1).ToLowerInvariant() + field.Property.Name.Substring 1
        | Call(Some _, target, _) -> Members.propertyName target = field.Property.Name
        | _ -> false

    let valueOf (parameters: Name list) (value: Node) =
        match (Parts.bare value).Shape with
        | Use name ->
            match parameters |> List.tryFindIndex (fun parameter -> obj.ReferenceEquals(parameter, name)) with
            | Some index -> Parameter index
            | None -> Made
        | Const constant -> Fixed constant
        | Null -> Unset
        | _ -> Made

    let summarize (kind: RequestKind) (parameters: Name list) (body: Node) =
        match body.Shape with
        | Record(_, values) when values.Length = kind.Fields.Length ->
            let source, sets = RequestSummaries.OfRecord(kind, values)

            let isOfReceiver =
                match source with
                | Some node ->
                    match node.Shape with
                    | Use name -> not (List.exists (fun parameter -> obj.ReferenceEquals(parameter, name)) parameters)
                    | _ -> true
                | None -> true

            Some
                { Sets = [ for field, value in sets -> field, valueOf parameters value ]
                  IsFromOther = not isOfReceiver
                  IsOpen = not isOfReceiver }
        | Create(target, arguments) when target.DeclaringEntity |> Option.exists kind.IsOf ->
            let sets =
                [ for parameter, argument in Seq.zip (Members.parametersOf target) arguments do
                      match kind.FieldNamed parameter.DisplayName with
                      | Some field when not (isKept field argument) -> field, valueOf parameters argument
                      | _ -> () ]

            Some { Sets = sets; IsFromOther = false; IsOpen = false }
        | _ -> None

    /// What a record expression sets: the request that it copies, and the fields that get another value.
    static member OfRecord(kind: RequestKind, values: Node list) : Node option * (RequestField * Node) list =
        match copied kind values with
        | None -> None, (if values.Length = kind.Fields.Length then List.zip kind.Fields values else [])
        | Some source ->
            let isRead (field: RequestField) (value: Node) =
                match value.Shape with
                | ReadField(Some _, read) -> read.Name = field.Property.Name
                | _ -> false

            Some source, List.zip kind.Fields values |> List.filter (fun (field, value) -> not (isRead field value))

    /// What a method sets; none if its body is not available or has another form.
    member _.Of(target: FSharpMemberOrFunctionOrValue) : RequestSummary option =
        match declarations.Of target, kinds.OfType target.ReturnParameter.Type with
        | Some declaration, Some kind ->
            let parameters = if target.IsInstanceMember then List.tail declaration.Parameters else declaration.Parameters
            summarize kind parameters declaration.Body
        | _ -> None
