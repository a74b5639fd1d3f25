// why: silent: a token for each, the same request again, other operations, branches that exclude each other, one item only, nothing sent.
module Cases.NotShared

open System.Threading.Tasks
open AppFlow.Fluent

let freshForEach (labels: string list) =
    task {
        for label in labels do
            let! _ = ConnectorRegistration.Update(label).WithClientToken(ClientToken.New()).SendAsync()
            ()
    }

let letInTheLoop (labels: string list) =
    labels
    |> List.map (fun label ->
        let token = ClientToken.New()
        ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())
    |> Task.WhenAll

let ofTheItem (labels: string list) (run: string) =
    labels |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken($"{run}-{label}").SendAsync())

let sameRequest (label: string) (clients: IAppFlowClient list) (token: string) =
    task {
        for client in clients do
            let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client)
            ()
    }

let clientOfEach (regions: (string * IAppFlowClient) list) (token: string) =
    task {
        for label, client in regions do
            let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client)
            ()
    }

let operations (label: string) (arn: string) (token: string) =
    task {
        let! _ = ConnectorRegistration.Register(label).WithLambda(arn).WithClientToken(token).SendAsync()
        let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()
        return ()
    }

let branches isLive (token: string) =
    if isLive then
        ConnectorRegistration.Update("live").WithClientToken(token).SendAsync()
    else
        ConnectorRegistration.Update("rehearsal").WithClientToken(token).SendAsync()

let cases kind (token: string) =
    match kind with
    | Some label -> ConnectorRegistration.Update(label: string).WithClientToken(token).SendAsync()
    | None -> ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync()

let oneOfAll (labels: string list) (wanted: string) (token: string) =
    labels
    |> List.filter (fun label -> label = wanted)
    |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())

let onlyOne (token: string) =
    [ "orders" ] |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())

let anOption (label: string option) (token: string) =
    label |> Option.iter (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore)

let head (labels: string list) (token: string) =
    ConnectorRegistration.Update(List.head labels).WithClientToken(token).SendAsync()

let refreshed (labels: string list) =
    task {
        let mutable token = ClientToken.New()

        for label in labels do
            let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()
            token <- ClientToken.New()
    }

let notSent (labels: string list) (token: string) =
    for label in labels do
        printfn $"{ConnectorRegistration.Update(label).WithClientToken(token)}"

let keptInAList (labels: string list) (token: string) =
    labels |> List.map (fun label -> label, ConnectorRegistration.Update(label))
