// why: the request is sent, returned, handed on, printed, kept, or the author says that it is not needed.
module Cases.SentOrKept

open System.Collections.Generic
open System.Threading.Tasks
open AppFlow.Fluent

let sent (label: string) =
    let request = ConnectorRegistration.Update label
    request.SendAsync()

let returned (label: string) =
    let request = ConnectorRegistration.Update label
    request

let handedOn (label: string) (send: UpdateConnectorRegistrationRequest -> Task) =
    let request = ConnectorRegistration.Update label
    send request

let printed (label: string) =
    let request = ConnectorRegistration.Update label
    printfn $"{request}"

let kept (label: string) (requests: List<UpdateConnectorRegistrationRequest>) =
    let request = ConnectorRegistration.Update label
    requests.Add request

let inAList (label: string) =
    let request = ConnectorRegistration.Update label
    [ request; request.WithDescription "adds paging" ]

let captured (label: string) =
    let request = ConnectorRegistration.Update label
    fun () -> request.SendAsync()

let underscore (label: string) =
    let _request = ConnectorRegistration.Update label
    printfn "not needed"

let discarded (label: string) =
    let _ = ConnectorRegistration.Update label
    printfn "not needed"

let read (label: string) =
    let request = ConnectorRegistration.Update label
    request.ConnectorLabel

let matched (label: string) =
    let request = ConnectorRegistration.Update label

    match label with
    | "orders" -> Some request
    | _ -> None

let inAsync (label: string) =
    async {
        let request = ConnectorRegistration.Update label
        return! request.SendAsync() |> Async.AwaitTask
    }

let inAClosure (labels: string list) =
    let template = ConnectorRegistration.Update().WithDescription("adds paging")
    labels |> List.map (fun label -> template.WithConnectorLabel(label).SendAsync())

let compared (label: string) =
    let one = ConnectorRegistration.Update label
    let other = ConnectorRegistration.Update label
    one = other

let parameter (request: UpdateConnectorRegistrationRequest) = printfn "not built here"

let ofAFunction (make: unit -> UpdateConnectorRegistrationRequest) =
    let request = make ()
    printfn "not built here"

let tasks (label: string) =
    let response = ConnectorRegistration.Update(label).SendAsync()
    printfn "started"

let mentioned (label: string) =
    let request = ConnectorRegistration.Update label
#if NEVER
    request.SendAsync() |> ignore
#endif
    printfn "only in another build"
