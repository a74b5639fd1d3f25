namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open System.Collections.Generic
open FSharp.Compiler.Symbols
open AppFlow.Fluent.FSharp.Analyzers.Trees
open AppFlow.Fluent.Rules.Shapes

/// Reads attributes: which classes are requests, which values are tokens, which values a field takes.
module internal Attributes =
    [<Literal>]
    let private Annotations = "System.ComponentModel.DataAnnotations."

    let private isNamed name (attribute: FSharpAttribute) = Types.nameOf attribute.AttributeType = name

    let isRequest (entity: FSharpEntity) : bool =
        entity.Attributes |> Seq.exists (isNamed "AppFlow.Fluent.Annotations.FluentRequestAttribute")

    let isToken (attributes: IList<FSharpAttribute>) : bool =
        attributes |> Seq.exists (isNamed "AppFlow.Fluent.Annotations.IdempotencyTokenAttribute")

    let private toInt (value: objnull) =
        match value with
        | :? int as number -> System.Nullable number
        | _ -> System.Nullable()

    let private toNumber (value: objnull) =
        match value with
        | :? int as number -> System.Nullable(float number)
        | :? float as number -> System.Nullable number
        | _ -> System.Nullable()

    /// What the attributes on a property say about its values.
    let constraintsOf (attributes: FSharpAttribute seq) : ValueConstraints =
        let find name = attributes |> Seq.tryFind (isNamed (Annotations + name))

        let argument index (attribute: FSharpAttribute option) : objnull =
            match attribute with
            | Some attribute when attribute.ConstructorArguments.Count > index -> snd attribute.ConstructorArguments[index]
            | _ -> null

        let named name (attribute: FSharpAttribute option) : objnull =
            match attribute with
            | Some attribute ->
                attribute.NamedArguments
                |> Seq.tryPick (fun (_, argument, _, value) -> if argument = name then Some value else None)
                |> Option.defaultValue null
            | None -> null

        let required, length, pattern, range =
            find "RequiredAttribute", find "StringLengthAttribute", find "RegularExpressionAttribute", find "RangeAttribute"

        let isTrue (value: objnull) =
            match value with
            | :? bool as value -> value
            | _ -> false

        ValueConstraints(
            IsRequired = required.IsSome,
            AcceptsBlank = isTrue (named "AllowEmptyStrings" required),
            MinLength = toInt (named "MinimumLength" length),
            MaxLength = toInt (argument 0 length),
            Pattern =
                (match argument 0 pattern with
                 | :? string as text -> text
                 | _ -> null),
            Minimum = toNumber (argument 0 range),
            Maximum = toNumber (argument 1 range),
            IsMinimumExclusive = isTrue (named "MinimumIsExclusive" range),
            IsMaximumExclusive = isTrue (named "MaximumIsExclusive" range)
        )
