namespace AppFlow.Fluent.FSharp.Analyzers.Trees

open System.Collections.Generic
open FSharp.Compiler.Symbols
open FSharp.Compiler.Text

/// A function, a member or a value of the project, or code that runs when a module is opened.
type internal Declaration(number: int, symbol: FSharpMemberOrFunctionOrValue option, parameters: Name list, place: range, read: unit -> Node) =
    let body = lazy (read ())
    /// Its index among the declarations of the project.
    member _.Number = number
    /// What it declares; none for code that only runs.
    member _.Symbol = symbol
    /// Its parameters in order, beginning with the receiver if there is one.
    member _.Parameters = parameters
    /// The file that contains it.
    member _.File = place.FileName
    /// The position of its name, or where its code begins.
    member _.Start = place.Start
    /// Its code.
    member _.Body = body.Value

    /// Whether it is a value that is made once: of a module, or a <c>static let</c>.
    member _.IsValue =
        match symbol with
        | Some symbol -> parameters.IsEmpty && not symbol.IsMember && symbol.IsModuleValueOrMember
        | None -> false

/// All declarations of a project. Their code is read on demand.
type internal Declarations(files: FSharpImplementationFileContents list) =
    let reader = TreeReader()
    let all = List<Declaration>()
    let bySymbol = Dictionary<string, Declaration>()

    let add symbol parameters expr =
        let number = all.Count

        let place =
            match symbol with
            | Some(symbol: FSharpMemberOrFunctionOrValue) when symbol.DeclarationLocation.FileName = (expr: FSharpExpr).Range.FileName -> symbol.DeclarationLocation
            | _ -> expr.Range

        let declaration = Declaration(number, symbol, List.map reader.NameOf parameters, place, (fun () -> reader.Read(number, expr)))
        all.Add declaration
        symbol |> Option.iter (fun symbol -> bySymbol[Members.key symbol] <- declaration)

    // What the compiler generates for a record or a union. It also generates a class's functions, but their code is the user's.
    let isMade (symbol: FSharpMemberOrFunctionOrValue) =
        symbol.IsCompilerGenerated
        && (symbol.IsPropertyGetterMethod
            || List.contains symbol.LogicalName [ "CompareTo"; "Equals"; "GetHashCode"; "ToString" ])

    let rec visit declaration =
        match declaration with
        | FSharpImplementationFileDeclaration.Entity(_, inner) -> List.iter visit inner
        | FSharpImplementationFileDeclaration.MemberOrFunctionOrValue(symbol, parameters, expr) ->
            if not (isMade symbol) then
                // A function without parameters has one parameter, which does not count.
                let parameters = List.concat parameters
                add (Some symbol) parameters expr
        | FSharpImplementationFileDeclaration.InitAction expr -> add None [] expr

    do
        for file in files do
            List.iter visit file.Declarations

    /// In source order.
    member _.All: IReadOnlyList<Declaration> = all

    /// The declaration of a symbol; none for a symbol of another project.
    member _.Of(symbol: FSharpMemberOrFunctionOrValue) : Declaration option =
        match bySymbol.TryGetValue(Members.key symbol) with
        | true, declaration -> Some declaration
        | _ -> None

    /// The value that a class's <c>let</c> or <c>static let</c> gets, and the code that gives it; none for a field that gets several, or none in sight.
    member _.OnlyValue(field: FSharpField) : (Node * Node) option =
        let rec setOf (node: Node) =
            match node.Shape with
            | Sequence(first, rest) -> setOf first @ setOf rest
            | Let(_, _, body) -> setOf body
            | SetField(_, other, value) when other.Name = field.Name -> [ value ]
            | _ -> []

        let maker = if field.IsStatic then ".cctor" else ".ctor"

        match field.DeclaringEntity with
        | Some entity when not field.IsMutable ->
            let found =
                [ for declaration in all do
                      match declaration.Symbol with
                      | Some symbol when symbol.LogicalName = maker && symbol.DeclaringEntity |> Option.exists (fun other -> Types.nameOf other = Types.nameOf entity) ->
                          for value in setOf declaration.Body do
                              declaration.Body, value
                      | _ -> () ]

            match found with
            | [ single ] -> Some single
            | _ -> None
        | _ -> None

    /// The value that a <c>static let</c> gets when its class is first used; none for any other field.
    member this.StaticLet(field: FSharpField) : Node option =
        if field.IsStatic then this.OnlyValue field |> Option.map snd else None
