// why: a function of the project that changes nothing and depends on its arguments alone gives the same for the same arguments, and varies with them.
module Cases.PureFunctionsOfTheProject

open System
open System.Threading.Tasks
open AppFlow.Fluent

type Row = { Label: string }

let private name (text: string) = text.Trim().ToLowerInvariant()

let private parse (line: string) = if line = "" then None else Some { Label = name line }

let private isValid (label: string) = label.Length > 2 && not (label.Contains ' ')

let private keyOf (release: string) (label: string) = $"{release}/{label}"

let mutable private isStrict = true

let private isAllowed (label: string) = not isStrict || label.Length > 2

let private stamped (text: string) = text + DateTime.UtcNow.ToString "HHmm"

let private short (text: string) = text.Substring(0, 8)

let mapped (labels: string list) (token: string) =
    labels
    |> List.map (fun label -> ConnectorRegistration.Update(name label).WithClientToken(token).SendAsync()) //~ AFF1002
    |> Task.WhenAll

let parsed (lines: string list) (token: string) =
    task {
        for line in lines do
            match parse line with
            | Some row ->
                let! _ = ConnectorRegistration.Update(row.Label).WithClientToken(token).SendAsync() //~ AFF1002
                ()
            | None -> ()
    }

let oneKey (labels: string list) (release: string) =
    labels
    |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(keyOf release "all").SendAsync()) //~ AFF1002
    |> Task.WhenAll

let freshId (label: string) = ConnectorRegistration.Update(label).WithOperationId(short (Guid.NewGuid().ToString())).SendAsync() //~ AFF1006

// What else the answer depends on may have changed.
let guardedUnsurely (label: string) : Task =
    let request = ConnectorRegistration.Update()
    let request = if isAllowed label then request.WithConnectorLabel label else request
    if isAllowed label then request.SendAsync() else Task.CompletedTask //~ AFF2002

let guardedByAnother (label: string) (other: string) : Task =
    let request = ConnectorRegistration.Update()
    let request = if isValid label then request.WithConnectorLabel label else request
    if isValid other then request.SendAsync() else Task.CompletedTask //~ AFF2002

// Silent.
let guarded (label: string) : Task =
    let request = ConnectorRegistration.Update()
    let request = if isValid label then request.WithConnectorLabel label else request
    if isValid label then request.SendAsync() else Task.CompletedTask

let keys (labels: string list) (release: string) =
    labels
    |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(keyOf release label).SendAsync())
    |> Task.WhenAll

let same (times: int) (label: string) (token: string) =
    [ for _ in 1..times -> ConnectorRegistration.Update(name label).WithClientToken(token).SendAsync() ]

let notFollowed (label: string) = ConnectorRegistration.Update(label).WithClientToken(stamped "run").SendAsync()

let unknownText () = ConnectorRegistration.Update(name " ").SendAsync()

let rec retried (label: string) (release: string) n : Task<UpdateConnectorRegistrationResponse> =
    task {
        try
            return! ConnectorRegistration.Update(name label).WithClientToken(keyOf release label).SendAsync()
        with :? AppFlowException when n > 0 ->
            return! retried label release (n - 1)
    }

let private labelOf (kind: int) =
    match kind with
    | 0 -> "orders"
    | 1 -> sprintf "billing-%d" kind
    | other -> failwithf "kind %d" other

let formatted (token: string) =
    task {
        for kind in 0..1 do
            let! _ = ConnectorRegistration.Update(labelOf kind).WithClientToken(token).SendAsync() //~ AFF1002
            ()
    }
