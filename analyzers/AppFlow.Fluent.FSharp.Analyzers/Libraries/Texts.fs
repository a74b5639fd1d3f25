namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open System
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// A part of a composed text.
[<NoComparison; ReferenceEquality>]
type internal TextPart =
    | Written of string
    /// A value as text, in a .NET format or in its default format (empty).
    | Shown of value: Node * format: string
    /// An unknown part.
    | Hidden

/// Composed texts: concatenations, interpolations, <c>sprintf</c>, <c>string</c>.
module internal Texts =
    // The texts and holes of a printf format, each hole with its .NET format if it has one.
    let private ofPrintf (format: string) : Choice<string, string> list =
        let parts = ResizeArray()
        let text = Text.StringBuilder()

        let flush () =
            if text.Length > 0 then
                parts.Add(Choice1Of2(text.ToString()))
                text.Clear() |> ignore

        let mutable i = 0

        let hole () =
            // %P(format) is a hole of an interpolation, even after a format specifier for its value.
            if i + 2 < format.Length && format[i] = '%' && format[i + 1] = 'P' && format[i + 2] = '(' then
                let close = format.IndexOf(')', i)
                let close = if close < 0 then format.Length - 1 else close
                parts.Add(Choice2Of2(format.Substring(i + 3, close - i - 3)))
                i <- close + 1
            else
                parts.Add(Choice2Of2 "")

        while i < format.Length do
            if format[i] <> '%' then
                text.Append(format[i]) |> ignore
                i <- i + 1
            elif i + 1 < format.Length && format[i + 1] = '%' then
                text.Append '%' |> ignore
                i <- i + 2
            else
                flush ()
                let mutable j = i + 1

                while j < format.Length && (Char.IsDigit format[j] || "-+ #.*".Contains format[j]) do
                    if format[j] = '*' then parts.Add(Choice2Of2 "")
                    j <- j + 1

                if j < format.Length && format[j] = 'P' then
                    // %5P() aligns.
                    i <- j - 1
                    let close = format.IndexOf(')', j)
                    parts.Add(Choice2Of2(if close > j + 2 then format.Substring(j + 2, close - j - 2) else ""))
                    i <- (if close < 0 then format.Length else close + 1)
                else
                    if j < format.Length && format[j] = 'a' then parts.Add(Choice2Of2 "")
                    i <- j + 1
                    hole ()

        flush ()
        List.ofSeq parts

    // The texts and holes of a composite format; none if it is malformed.
    let private ofComposite (format: string) : Choice<string, int * string> list option =
        let parts = ResizeArray()
        let text = Text.StringBuilder()
        let mutable i = 0
        let mutable isWell = true

        while isWell && i < format.Length do
            let character = format[i]

            if (character = '{' || character = '}') && i + 1 < format.Length && format[i + 1] = character then
                text.Append character |> ignore
                i <- i + 2
            elif character = '{' then
                let close = format.IndexOf('}', i)
                let hole = if close < 0 then "" else format.Substring(i + 1, close - i - 1)
                let colon = hole.IndexOf ':'
                let index = if colon < 0 then hole else hole.Substring(0, colon)

                match Int32.TryParse index with
                | true, index ->
                    parts.Add(Choice1Of2(text.ToString()))
                    text.Clear() |> ignore
                    parts.Add(Choice2Of2(index, (if colon < 0 then "" else hole.Substring(colon + 1))))
                    i <- close + 1
                | _ -> isWell <- false
            else
                text.Append character |> ignore
                i <- i + 1

        parts.Add(Choice1Of2(text.ToString()))
        if isWell then Some(List.ofSeq parts) else None

    let rec private boxed (node: Node) : Node =
        match (Parts.bare node).Shape with
        | Call(None, target, [ value ]) when target.CompiledName = "Box" -> boxed value
        | _ -> Parts.bare node

    let private itemsOf (nodes: Node list) =
        match nodes with
        | [ single ] ->
            match (Parts.bare single).Shape with
            | Array items -> items
            | _ -> nodes
        | _ -> nodes

    // The items of an array or a list that the code writes out; none for any other collection.
    let rec private listed (node: Node) : Node list option =
        match (Parts.bare node).Shape with
        | Array items -> Some items
        | Case(case, [ item; rest ]) when case.Name = "op_ColonColon" -> listed rest |> Option.map (fun rest -> item :: rest)
        | Case(case, []) when case.Name = "op_Nil" -> Some []
        | _ -> None

    let private fill (holes: Choice<string, string> list) (values: Node list) : TextPart list =
        let rec go holes (values: Node list) =
            match holes, values with
            | [], _ -> []
            | Choice1Of2 text :: rest, _ -> Written text :: go rest values
            | Choice2Of2 format :: rest, value :: others -> Shown(boxed value, format) :: go rest others
            | Choice2Of2 _ :: rest, [] -> Hidden :: go rest []

        go holes values

    /// The parts of a composed text; none for any other expression.
    let rec partsOf (node: Node) : TextPart list option =
        match node.Shape with
        | Const(:? string as text) -> Some [ Written text ]
        | Call(None, target, arguments) ->
            match Members.typeOf target, target.CompiledName, arguments with
            | "Microsoft.FSharp.Core.Operators", "op_Addition", [ one; other ] when Types.isString node.Type -> Some(within one @ within other)
            | "System.String", "Concat", _ -> Some(itemsOf arguments |> List.collect within)
            | ("System.String" | "Microsoft.FSharp.Core.StringModule"), ("Join" | "Concat"), [ separator; items ] ->
                let between =
                    match (Parts.bare separator).Shape with
                    | Const(:? char as character) -> [ Written(string character) ]
                    | _ -> within separator

                listed items |> Option.map (List.mapi (fun index item -> if index = 0 then within item else between @ within item) >> List.concat)
            | "System.String", "Format", _ ->
                match arguments |> List.skipWhile (fun argument -> not (Types.isString argument.Type)) with
                | format :: values ->
                    match format.Shape with
                    | Const(:? string as text) ->
                        let values = itemsOf values

                        ofComposite text
                        |> Option.map (
                            List.map (function
                                | Choice1Of2 text -> Written text
                                | Choice2Of2(index, format) -> if index < values.Length then Shown(boxed values[index], format) else Hidden)
                        )
                    | _ -> None
                | [] -> None
            | ("Microsoft.FSharp.Core.ExtraTopLevelOperators" | "Microsoft.FSharp.Core.PrintfModule"), "PrintFormatToString", format :: values ->
                match (Parts.bare format).Shape with
                | Create(_, pattern :: captured) ->
                    match pattern.Shape, captured with
                    | Const(:? string as text), captures :: _ ->
                        match (Parts.bare captures).Shape with
                        | Array items -> Some(fill (ofPrintf text) (items @ values))
                        | _ -> Some(fill (ofPrintf text) values)
                    | Const(:? string as text), [] -> Some(fill (ofPrintf text) values)
                    | _ -> None
                | _ -> None
            | "Microsoft.FSharp.Core.Operators", "ToString", [ value ] -> Some [ Shown(boxed value, "") ]
            | _ -> None
        | _ -> None

    and private within (node: Node) : TextPart list =
        let node = boxed node
        partsOf node |> Option.defaultValue [ Shown(node, "") ]
