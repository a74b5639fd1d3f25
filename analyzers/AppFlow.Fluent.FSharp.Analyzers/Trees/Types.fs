namespace AppFlow.Fluent.FSharp.Analyzers.Trees

open System.Collections.Generic
open FSharp.Compiler.Symbols

/// Types and members, identified by their full names.
module internal Types =
    let private names = System.Runtime.CompilerServices.ConditionalWeakTable<FSharpEntity, string>()

    /// The full name of an entity in .NET notation, for example <c>System.Threading.Tasks.Task`1</c>; empty if it has none.
    let nameOf (entity: FSharpEntity) : string =
        match names.TryGetValue entity with
        | true, name -> string name
        | _ ->
            let name =
                try
                    entity.TryFullName |> Option.defaultValue ""
                with _ ->
                    ""

            names.AddOrUpdate(entity, name)
            name

    /// A type without its abbreviations.
    let rec stripped (ty: FSharpType) : FSharpType =
        if ty.IsAbbreviation then stripped ty.AbbreviatedType else ty

    /// The entity of a type; none for a tuple, a function or a type parameter.
    let entityOf (ty: FSharpType) : FSharpEntity option =
        let ty = stripped ty

        if ty.HasTypeDefinition then
            let entity = ty.TypeDefinition
            if entity.IsFSharpAbbreviation && entity.AbbreviatedType.HasTypeDefinition then Some (stripped entity.AbbreviatedType).TypeDefinition else Some entity
        else
            None

    /// The full name of a type; empty if it has none.
    let name (ty: FSharpType) : string = entityOf ty |> Option.map nameOf |> Option.defaultValue ""

    /// The arguments of a generic type.
    let arguments (ty: FSharpType) : FSharpType list =
        let ty = stripped ty
        if ty.HasTypeDefinition then List.ofSeq ty.GenericArguments else []

    /// The full names of a type and of its base classes, beginning with the type itself.
    let rec bases (ty: FSharpType) : string list =
        match entityOf ty with
        | None -> []
        | Some entity ->
            nameOf entity
            :: (match ty.BaseType with
                | Some parent when nameOf entity <> "System.Object" -> bases parent
                | _ -> [])

    /// Whether it is a task, or a type that is awaited like one.
    let isTask (ty: FSharpType) : bool =
        match name ty with
        | "System.Threading.Tasks.Task"
        | "System.Threading.Tasks.Task`1"
        | "System.Threading.Tasks.ValueTask"
        | "System.Threading.Tasks.ValueTask`1" -> true
        | _ -> false

    /// Whether it is a computation that somebody has to start.
    let isAsync (ty: FSharpType) : bool =
        name ty = "Microsoft.FSharp.Control.FSharpAsync`1"

    let isString (ty: FSharpType) : bool = name ty = "System.String"

    let isUnit (ty: FSharpType) : bool = name ty = "Microsoft.FSharp.Core.Unit"

    let isOption (ty: FSharpType) : bool =
        match name ty with
        | "Microsoft.FSharp.Core.FSharpOption`1"
        | "Microsoft.FSharp.Core.FSharpValueOption`1" -> true
        | _ -> false

    let isList (ty: FSharpType) : bool = name ty = "Microsoft.FSharp.Collections.FSharpList`1"

    /// Whether a type is a point in time of .NET.
    let isPointInTime (ty: FSharpType) : bool =
        match name ty with
        | "System.DateTime"
        | "System.DateTimeOffset"
        | "System.DateOnly"
        | "System.TimeOnly" -> true
        | _ -> false

    /// Whether an attribute has this type, or one derived from it.
    let hasAttribute (fullNames: string list) (attributes: IList<FSharpAttribute>) : bool =
        attributes
        |> Seq.exists (fun attribute ->
            let rec isOne (entity: FSharpEntity) =
                List.contains (nameOf entity) fullNames
                || (match entity.BaseType with
                    | Some parent when parent.HasTypeDefinition -> isOne parent.TypeDefinition
                    | _ -> false)

            isOne attribute.AttributeType)

/// Members, identified by their type's full name and their own name.
module internal Members =
    /// The full name of the type or module that a member belongs to.
    let typeOf (target: FSharpMemberOrFunctionOrValue) : string =
        match target.DeclaringEntity with
        | Some entity -> Types.nameOf entity
        | None -> ""

    /// The parameters of a member in order, curried or not. The receiver is not one of them.
    let parametersOf (target: FSharpMemberOrFunctionOrValue) : FSharpParameter list =
        [ for group in target.CurriedParameterGroups do
              yield! group ]

    /// The name of the property that a getter or setter belongs to; for any other member, its own name.
    let propertyName (target: FSharpMemberOrFunctionOrValue) : string =
        let name = target.CompiledName

        if name.StartsWith("get_") || name.StartsWith("set_") then
            name.Substring 4
        else
            name

    let private keys = System.Runtime.CompilerServices.ConditionalWeakTable<FSharpMemberOrFunctionOrValue, string>()

    let rec private typeKey (ty: FSharpType) =
        let ty = Types.stripped ty

        if ty.IsGenericParameter then
            "'" + ty.GenericParameter.Name
        else
            let name = if ty.IsFunctionType then "->" elif ty.IsTupleType then "*" else Types.name ty
            if ty.GenericArguments.Count = 0 then name else name + "<" + (ty.GenericArguments |> Seq.map typeKey |> String.concat ",") + ">"

    /// A key that is the same in every file. The compiler has one symbol for a member where it is declared, and another one where it is used.
    let key (target: FSharpMemberOrFunctionOrValue) : string =
        match keys.TryGetValue target with
        | true, known -> string known
        | _ ->
            let parameters = parametersOf target |> List.map (fun parameter -> typeKey parameter.Type) |> String.concat ","
            let known = $"{typeOf target}.{target.CompiledName}({parameters})"
            keys.AddOrUpdate(target, known)
            known
