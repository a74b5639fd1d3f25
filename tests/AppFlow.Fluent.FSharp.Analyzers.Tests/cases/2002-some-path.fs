// why: a required field is not set on some path to the send.
module Cases.SomePath

open System
open System.IO
open System.Threading.Tasks
open AppFlow.Fluent

let conditional hasLabel (label: string) =
    let request = ConnectorRegistration.Update()
    let request = if hasLabel then request.WithConnectorLabel label else request
    request.SendAsync() //~ AFF2002

let mutableRequest (label: string) =
    let mutable request = ConnectorRegistration.Update()

    if label <> "" then
        request <- request.WithConnectorLabel label

    request.SendAsync() //~ AFF2002

let matched (kind: int) (label: string) =
    match kind with
    | 1 -> ConnectorRegistration.Update label
    | _ -> ConnectorRegistration.Update().WithDescription("other kinds")
    |> _.SendAsync() //~ AFF2002

let optional (label: string option) =
    let request = ConnectorRegistration.Update().WithDescription("adds paging")

    let request =
        label
        |> Option.map request.WithConnectorLabel
        |> Option.defaultValue request

    request.SendAsync() //~ AFF2002

let foldedOption (label: string option) =
    let request = ConnectorRegistration.Update()
    let request = Option.fold (fun (request: UpdateConnectorRegistrationRequest) label -> request.WithConnectorLabel label) request label
    request.SendAsync() //~ AFF2002

let foldedList (labels: string list) =
    (ConnectorRegistration.Update(), labels)
    ||> List.fold (fun request label -> request.WithConnectorLabel label)
    |> _.SendAsync() //~ AFF2002

let looped (lines: string list) =
    let mutable request = ConnectorRegistration.Update()

    for line in lines do
        if line.StartsWith "label=" then
            request <- request.WithConnectorLabel(line.Substring 6)

    request.SendAsync() //~ AFF2002

let swallowed (label: string) =
    task {
        let template = ConnectorRegistration.Update()

        let request =
            try
                template.WithConnectorLabel label
            with _ ->
                template

        return! request.SendAsync() //~ AFF2002
    }

let ofAResult (label: Result<string, string>) =
    let request = ConnectorRegistration.Update()

    match label with
    | Ok label -> request.WithConnectorLabel label
    | Error message ->
        eprintfn $"{message}"
        request
    |> _.SendAsync() //~ AFF2002

let guarded (label: string) =
    match label with
    | label when label.Length > 1 -> ConnectorRegistration.Update label
    | _ -> ConnectorRegistration.Update()
    |> _.SendAsync() //~ AFF2002
