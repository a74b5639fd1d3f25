namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open System
open System.Collections.Generic
open FSharp.Compiler.Symbols
open AppFlow.Fluent.FSharp.Analyzers.Trees
open AppFlow.Fluent.Rules.Catalog.Messages
open AppFlow.Fluent.Rules.Shapes

/// A property of a request, with the content of its attributes.
[<NoComparison; ReferenceEquality>]
type internal RequestProperty =
    { Name: string
      Type: FSharpType
      Constraints: ValueConstraints
      IsToken: bool
      IsSettable: bool }

/// A property of a request, and the field of its shape.
[<NoComparison; ReferenceEquality>]
type internal RequestField = { Property: RequestProperty; Field: Field }

/// A class or record marked as a fluent request.
type internal RequestKind(entity: FSharpEntity, failures: FailureModel) =
    let isOfLibrary = entity.Assembly.SimpleName = "AppFlow.Fluent"

    let isTaken (attributes: FSharpAttribute seq) (name: string) (ty: FSharpType) isSettable =
        let attributes = List.ofSeq attributes

        { Name = name
          Type = ty
          Constraints = Attributes.constraintsOf attributes
          IsToken = Attributes.isToken (List attributes)
          IsSettable = isSettable }

    let members = lazy List.ofSeq entity.MembersFunctionsAndValues

    let withMethods =
        lazy
            (members.Value
             |> List.filter (fun method ->
                 method.IsInstanceMember
                 && not method.IsProperty
                 && RequestKind.IsWith method.CompiledName
                 && Types.name method.ReturnParameter.Type = Types.nameOf entity))

    let properties =
        lazy
            (if entity.IsFSharpRecord then
                 [ for field in entity.FSharpFields do
                       if not field.IsCompilerGenerated then
                           isTaken (Seq.append field.PropertyAttributes field.FieldAttributes) field.Name field.FieldType field.IsMutable ]
             else
                 [ for property in members.Value do
                       if property.IsProperty && property.IsInstanceMember && property.CurriedParameterGroups |> Seq.forall (fun group -> group.Count = 0) then
                           isTaken property.Attributes property.DisplayName property.ReturnParameter.Type property.HasSetterMethod ])

    // Also a token: the field that gets its value from a parameter that is marked as a token.
    let tokens =
        lazy
            (set
                [ for method in withMethods.Value do
                      if Members.parametersOf method |> List.exists (fun parameter -> Attributes.isToken parameter.Attributes) then
                          method.CompiledName.Substring 4 ])

    let canBeNull (ty: FSharpType) =
        match Types.entityOf ty with
        | Some entity -> not entity.IsValueType
        | None -> true

    let fields =
        lazy
            (properties.Value
             |> List.mapi (fun index property ->
                 let role =
                     if property.IsToken || tokens.Value.Contains property.Name then FieldRole.Token
                     elif isOfLibrary && property.Name = "OperationId" then FieldRole.OperationId
                     else FieldRole.Content

                 { Property = property
                   Field = Field(property.Name, index, Role = role, IsRequired = (property.Constraints.IsRequired && canBeNull property.Type)) }))

    let shape =
        lazy
            (let name = entity.DisplayName

             RequestShape(
                 Types.nameOf entity,
                 (if name.EndsWith "Request" && name.Length > 7 then name.Substring(0, name.Length - 7) else name),
                 ([| for field in fields.Value -> field.Field |]: Field array),
                 IsMutable = (properties.Value |> List.exists _.IsSettable),
                 IsFreshWithoutToken = (fields.Value |> List.exists (fun field -> field.Field.Role = FieldRole.Token)),
                 Failures = (if isOfLibrary then failures else FailureModel.Anything)
             ))

    /// Whether a method's name is <c>With</c> followed by what it sets.
    static member IsWith(name: string) =
        name.Length > 4 && name.StartsWith("With", StringComparison.Ordinal) && not (Char.IsLower name[4])

    static member IsSend(name: string) = name = "SendAsync" || name = "Send"

    /// Whether a class or record is this one. The compiler has a separate object for it in each file.
    member _.IsOf(other: FSharpEntity) = Types.nameOf other = Types.nameOf entity
    member _.IsOfLibrary = isOfLibrary
    member _.Shape = shape.Value
    member _.Fields = fields.Value

    /// The owner of the request, for messages.
    member _.Origin = if isOfLibrary then RequestOrigin.AppFlow else RequestOrigin.Own

    /// The field of that name, because parameters are named after fields.
    member _.FieldNamed(name: string) : RequestField option =
        fields.Value |> List.tryFind (fun field -> String.Equals(field.Property.Name, name, StringComparison.OrdinalIgnoreCase))

    /// The names of the methods that set a field, beginning with the one that has the field's name.
    member this.SettersOf(field: Field) : string list =
        withMethods.Value
        |> List.map _.CompiledName
        |> List.distinct
        |> List.filter (fun method -> this.SetBy method |> Option.exists (fun (set, _) -> obj.ReferenceEquals(set.Field, field)))
        |> List.sortBy (fun method -> if method = "With" + field.Name then 0 else 1)

    /// The method that sends it, if it has one.
    member _.SendName =
        [ "SendAsync"; "Send" ]
        |> List.tryFind (fun name -> members.Value |> List.exists (fun method -> method.CompiledName = name && method.IsInstanceMember))

    /// The field that a <c>With…</c> of that name sets; if the name means a part of the field, also the property of the field's type.
    member this.SetBy(method: string) : (RequestField * FSharpMemberOrFunctionOrValue option) option =
        let name = method.Substring 4

        match this.FieldNamed name with
        | Some field -> Some(field, None)
        | None ->
            fields.Value
            |> List.tryPick (fun field -> RequestKind.PartOf(field.Property.Type, name) |> Option.map (fun part -> field, Some part))

    /// The property of a class that is a part of a request.
    static member PartOf(ty: FSharpType, name: string) : FSharpMemberOrFunctionOrValue option =
        match Types.entityOf ty with
        | Some part when part.IsClass && not (Types.isString ty) ->
            part.MembersFunctionsAndValues
            |> Seq.tryFind (fun property -> property.IsProperty && property.IsInstanceMember && String.Equals(property.DisplayName, name, StringComparison.OrdinalIgnoreCase))
        | _ -> None

/// The requests that a project knows, each read once.
type internal RequestKinds(failures: FailureModel) =
    let kinds = Dictionary<string, RequestKind option>()

    member _.OfEntity(entity: FSharpEntity) : RequestKind option =
        let name = Types.nameOf entity

        if name = "" then
            None
        else
            match kinds.TryGetValue name with
            | true, kind -> kind
            | _ ->
                let kind = if Attributes.isRequest entity then Some(RequestKind(entity, failures)) else None
                kinds.Add(name, kind)
                kind

    /// The request class of that full name, among those already read.
    member _.Named(name: string) : RequestKind option =
        match kinds.TryGetValue name with
        | true, kind -> kind
        | _ -> None

    /// Whether the class of that full name is one of AppFlow.Fluent's requests.
    member this.IsOfLibrary(name: string) = this.Named name |> Option.exists _.IsOfLibrary

    member this.OfType(ty: FSharpType) : RequestKind option = Types.entityOf ty |> Option.bind this.OfEntity
