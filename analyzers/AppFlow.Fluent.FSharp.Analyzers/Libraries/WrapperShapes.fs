namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open FSharp.Compiler.Symbols
open AppFlow.Fluent.Rules.Shapes
open AppFlow.Fluent.FSharp.Analyzers.Trees

/// The shapes of calls of the user's own code that take a token.
module internal WrapperShapes =
    let private isInteger name = List.contains name [ "System.Int32"; "System.Int64"; "System.Int16"; "System.Byte"; "System.UInt32"; "System.UInt64" ]

    let private isAttempt (name: string) =
        let name = name.ToLowerInvariant()

        name.Contains "attempt"
        || name.Contains "retry"
        || name.Contains "retries"
        || List.contains name [ "try"; "tries"; "trynumber"; "trycount"; "maxtries"; "round" ]

    let rec private contentType (ty: FSharpType) =
        if Types.isOption ty then Types.arguments ty |> List.tryHead |> Option.map contentType |> Option.defaultValue ty else ty

    // Options of the sending are not part of the request's content.
    let private isAboutSending (name: string) (ty: FSharpType) =
        let ty = contentType ty

        match Types.name ty with
        | "System.Threading.CancellationToken"
        | "System.TimeSpan"
        | "System.TimeProvider"
        | "Microsoft.Extensions.Logging.ILogger"
        | "Microsoft.Extensions.Logging.ILogger`1"
        | "Microsoft.Extensions.Logging.ILoggerFactory" -> true
        | typeName -> Arguments.isClient ty || (isInteger typeName && isAttempt name)

    /// The fields of a call: its arguments by name and type, without those that only concern the sending.
    let fieldsOf (values: (string * FSharpType * bool) list) =
        values
        |> List.filter (fun (name, ty, isToken) -> isToken || not (isAboutSending name ty))
        |> List.mapi (fun index (name, _, isToken) -> Field(name, index, Role = (if isToken then FieldRole.Token else FieldRole.Content)))

    /// The shape of a call whose token belongs to an operation.
    let ofFields (operation: obj) name (fields: Field list) =
        RequestShape(operation, name, (Array.ofList fields: Field array), IsFreshWithoutToken = false)
