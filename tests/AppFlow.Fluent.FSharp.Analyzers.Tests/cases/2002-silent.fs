// why: every way sets the field, or the ways that do not never reach the send: guards, exceptions, cases of which none is left.
module Cases.EveryPath

open System
open System.Collections.Generic
open System.Threading.Tasks
open AppFlow.Fluent

type Stage =
    | Live
    | Rehearsal

let bothBranches isLive =
    let request = ConnectorRegistration.Update()
    let request = if isLive then request.WithConnectorLabel "live" else request.WithConnectorLabel "rehearsal"
    request.SendAsync()

let allCases stage =
    let request = ConnectorRegistration.Update()

    let request =
        match stage with
        | Live -> request.WithConnectorLabel "live"
        | Rehearsal -> request.WithConnectorLabel "rehearsal"

    request.SendAsync()

let chainOfIfs stage =
    let mutable request = ConnectorRegistration.Update()

    if stage = Live then request <- request.WithConnectorLabel "live"
    elif stage = Rehearsal then request <- request.WithConnectorLabel "rehearsal"
    else invalidOp "no such stage"

    request.SendAsync()

let guardedByTheSame (label: string option) : Task =
    let mutable request = ConnectorRegistration.Update()

    if label.IsSome then
        request <- request.WithConnectorLabel label.Value

    if label.IsSome then request.SendAsync() else Task.CompletedTask

let guardedByAFlag (labels: string list) =
    task {
        let mutable request = ConnectorRegistration.Update()
        let mutable isSet = false

        for label in labels do
            if label.Length > 1 then
                request <- request.WithConnectorLabel label
                isSet <- true

        if isSet then
            let! _ = request.SendAsync()
            ()
    }

let guardedByErrors (label: string) =
    task {
        let errors = List<string>()
        let mutable request = ConnectorRegistration.Update()

        if String.IsNullOrEmpty label then
            errors.Add "no label"
        else
            request <- request.WithConnectorLabel label

        if errors.Count = 0 then
            let! _ = request.SendAsync()
            ()
    }

let thrown (label: string option) =
    let request = ConnectorRegistration.Update()

    match label with
    | Some label -> request.WithConnectorLabel label
    | None -> raise (ArgumentException "no label")
    |> _.SendAsync()

let private refuse message : 'a = failwith message

let byAFunctionThatThrows (label: string option) =
    let request = ConnectorRegistration.Update()

    match label with
    | Some label -> request.WithConnectorLabel label
    | None -> refuse "no label"
    |> _.SendAsync()

let rethrown (label: string) =
    let request =
        try
            ConnectorRegistration.Update().WithConnectorLabel(label)
        with e ->
            eprintfn $"{e.Message}"
            reraise ()

    request.SendAsync()

let early (label: string option) : Task =
    match label with
    | None -> Task.CompletedTask
    | Some label -> ConnectorRegistration.Update().WithConnectorLabel(label).SendAsync()

let ofTheRequest (label: string) : Task =
    let mutable request = ConnectorRegistration.Update()
    if label <> "" then request <- request.WithConnectorLabel label

    if isNull request.ConnectorLabel then
        Task.CompletedTask
    else
        request.SendAsync()

let defaulted (label: string option) =
    ConnectorRegistration.Update()
    |> _.WithConnectorLabel(defaultArg label "orders")
    |> _.SendAsync()

let filledList () =
    let mutable request = ConnectorRegistration.Update()

    for label in [ "orders"; "billing" ] do
        request <- request.WithConnectorLabel label

    request.SendAsync()

let bool (isLive: bool) =
    match isLive with
    | true -> ConnectorRegistration.Update "live"
    | false -> ConnectorRegistration.Update "rehearsal"
    |> _.SendAsync()

let chosen (settings: IReadOnlyDictionary<string, string>) =
    let mutable label = null

    if settings.TryGetValue("label", &label) then
        ConnectorRegistration.Update().WithConnectorLabel(label).SendAsync() :> Task
    else
        Task.CompletedTask
