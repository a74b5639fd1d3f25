namespace AppFlow.Fluent.FSharp.Analyzers.Libraries

open AppFlow.Fluent.Rules.Shapes

/// What a handler tests about the exception that it caught.
type internal FailureTest =
    /// Whether its type, or one of the base types, has one of these full names.
    | IsOfType of names: string list
    /// Whether it is certain that nothing was applied.
    | NotApplied
    | IsRetryable
    | HasCode of string

/// The failures of a send of AppFlow.Fluent. A type is known by its full name.
type internal AppFlowFailures(adds: string list) =
    inherit FailureModel()

    let ofLibrary isRefusal names =
        [ for name in names -> [ "AppFlow.Fluent." + name; "AppFlow.Fluent.AppFlowException"; "System.Exception"; "System.Object" ], isRefusal, false ]

    let plain isRefusal names = [ for name in names -> [ name; "System.SystemException"; "System.Exception"; "System.Object" ], isRefusal, true ]

    // For each class of failures: the names of the class and its bases, whether it is a refusal, and whether the exception may be of a derived type.
    let classes =
        [| yield!
               ofLibrary
                   true
                   [ "AccessDeniedException"
                     "ConflictException"
                     "ResourceNotFoundException"
                     "ServiceQuotaExceededException"
                     "ValidationException" ]
           yield!
               ofLibrary
                   false
                   [ "ConnectorAuthenticationException"
                     "ConnectorServerException"
                     "InternalServerException"
                     "ThrottlingException"
                     "AppFlowTransportException" ]
           yield [ "AppFlow.Fluent.AppFlowException"; "System.Exception"; "System.Object" ], false, false
           yield! plain true [ "System.ArgumentException"; "System.InvalidOperationException" ]
           yield! plain false ("System.OperationCanceledException" :: adds) |]

    let where predicate =
        classes
        |> Array.indexed
        |> Array.sumBy (fun (index, failure) -> if predicate failure then 1UL <<< index else 0UL)

    let hasCode (code: string) ((names, _, _): string list * bool * bool) =
        let name = List.head names
        name.StartsWith "AppFlow.Fluent." && (name.EndsWith("." + code) || name.EndsWith("." + code + "Exception"))

    let must typeNames ((names, _, _): string list * bool * bool) = List.contains (List.head typeNames) names

    let may typeNames ((names, _, isOpen) as failure) =
        must typeNames failure || (isOpen && List.contains (List.head names) typeNames)

    let refusals = where (fun (_, isRefusal, _) -> isRefusal)
    let all = (1UL <<< classes.Length) - 1UL

    /// A send that is awaited directly.
    static member val Plain = AppFlowFailures []

    /// A send that is awaited in a way that adds its own failures. All of those mean a lost answer.
    static member val Waited = AppFlowFailures [ "System.TimeoutException"; "System.AggregateException" ]

    override _.All = all
    override _.Refusals = refusals
    override _.OfBuilding = where (fun (names, _, _) -> List.head names = "System.ArgumentException")

    override _.May(test) =
        match test with
        | :? FailureTest as test ->
            match test with
            | IsOfType names -> where (may names)
            | NotApplied -> refusals
            | IsRetryable -> all &&& ~~~refusals
            | HasCode code ->
                match where (hasCode code) with
                | 0UL -> where (fun (names, _, _) -> List.head names = "AppFlow.Fluent.AppFlowException")
                | named -> named
        | _ -> all

    override _.Must(test) =
        match test with
        | :? FailureTest as test ->
            match test with
            | IsOfType names -> where (must names)
            | NotApplied -> refusals
            | IsRetryable -> where (hasCode "ThrottlingException")
            | HasCode code -> where (hasCode code)
        | _ -> 0UL
