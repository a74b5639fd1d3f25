// why: two different requests get the same variable: the second and every later place is reported.
module Cases.SharedByTwo

open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Annotations

let ofAParameter (token: string) =
    task {
        let! orders = "orders" |> ConnectorRegistration.Update |> _.WithClientToken(token) |> _.SendAsync()
        let! billing = "billing" |> ConnectorRegistration.Update |> _.WithClientToken(token) |> _.SendAsync() //~ AFF1002
        return orders.ConnectorArn, billing.ConnectorArn
    }

let inAsync () =
    async {
        let token = ClientToken.New()
        let! _ = ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync() |> Async.AwaitTask
        let! _ = ConnectorRegistration.Update("billing").WithClientToken(token).SendAsync() |> Async.AwaitTask //~ AFF1002
        return ()
    }

let started (token: string) =
    let orders = ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync()
    let billing = ConnectorRegistration.Update("billing").WithClientToken(token).SendAsync() //~ AFF1002
    Task.WhenAll(orders, billing)

let description (label: string) (token: string) =
    task {
        let request = label |> ConnectorRegistration.Update |> _.WithClientToken(token)
        let! _ = request.SendAsync()
        let! _ = request.WithDescription("adds paging").WithClientToken(token).SendAsync() //~ AFF1002
        return ()
    }

let deploy (label: string) ([<IdempotencyToken>] token: string) =
    printfn $"{label} {token}"
    Task.CompletedTask

let wrapped (token: string) =
    task {
        do! deploy "orders" token
        do! deploy "billing" token //~ AFF1002
    }

let wrappedInALoop (labels: string list) (token: string) =
    task {
        for label in labels do
            do! deploy label token //~ AFF1002
    }

let sameCall (token: string) =
    task {
        do! deploy "orders" token
        do! deploy "orders" token
    }
