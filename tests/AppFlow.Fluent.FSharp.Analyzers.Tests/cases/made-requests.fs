// why: a request that a function of the project makes is unknown, but it varies with the arguments that the function puts into it.
module Cases.MadeRequests

open System.Threading.Tasks
open AppFlow.Fluent

type Target = { Label: string; Note: string option }

let private build (label: string) = ConnectorRegistration.Update(label).WithDescription("adds paging")

let private ofTarget (target: Target) =
    let request = ConnectorRegistration.Update target.Label

    match target.Note with
    | Some note -> request.WithDescription note
    | None -> request

let private always (label: string) =
    printfn $"for {label}"
    ConnectorRegistration.Update "orders"

let private noted (note: string) = ConnectorRegistration.Update().WithDescription note

let looped (labels: string list) (token: string) =
    task {
        for label in labels do
            let! _ = build label |> _.WithClientToken(token) |> _.SendAsync() //~ AFF1002
            ()
    }

let mapped (targets: Target list) (token: string) =
    targets
    |> List.map (fun target -> (ofTarget target).WithClientToken(token).SendAsync()) //~ AFF1002
    |> Task.WhenAll

type Deployer() =
    member private _.Request(label: string) = ConnectorRegistration.Update label

    member this.All(labels: string list) =
        let token = ClientToken.New()
        labels |> List.map (fun label -> this.Request(label).WithClientToken(token).SendAsync()) |> Task.WhenAll //~ AFF1002

let inARow (token: string) =
    task {
        let! _ = (build "orders").WithClientToken(token).SendAsync()
        let! _ = (build "billing").WithClientToken(token).SendAsync() //~ AFF1002
        return ()
    }

// Silent: the same request again, a function that does not use the argument, a token for each, and what is unknown of a function's request.
let again (token: string) =
    task {
        let! _ = (build "orders").WithClientToken(token).SendAsync()
        let! _ = (build "orders").WithClientToken(token).SendAsync()
        return ()
    }

let sameForAll (labels: string list) (token: string) =
    task {
        for label in labels do
            let! _ = (always label).WithClientToken(token).SendAsync()
            ()
    }

let ownToken (labels: string list) =
    labels |> List.map (fun label -> (build label).WithClientToken(ClientToken.New()).SendAsync()) |> Task.WhenAll

let unknownLabel (note: string) = (noted note).SendAsync()

let rec retried (label: string) n : Task<UpdateConnectorRegistrationResponse> =
    task {
        try
            return! (build label).SendAsync()
        with :? AppFlowException when n > 0 ->
            return! retried label (n - 1)
    }
