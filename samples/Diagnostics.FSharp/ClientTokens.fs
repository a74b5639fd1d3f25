/// Two calls with one client token count as one call for the service, for eight hours.
module Diagnostics.ClientTokens

open System
open System.Threading.Tasks
open AppFlow.Fluent

[<Literal>]
let private Nightly = "nightly-update"

let updateOrders () =
    ConnectorRegistration.Update("orders")
    |> _.WithClientToken(Nightly) // AFF1001
    |> _.SendAsync()

let updateInvoices () =
    ConnectorRegistration.Update("invoices")
    |> _.WithClientToken("nightly-update") // AFF1001
    |> _.SendAsync()

let updateAll (labels: string list) =
    let token = ClientToken.New()

    labels
    |> List.map (fun label ->
        ConnectorRegistration.Update(label)
        |> _.WithClientToken(token) // AFF1002
        |> _.SendAsync())
    |> Task.WhenAll

let updateOnceASecond () =
    ConnectorRegistration.Update("orders")
    |> _.WithClientToken($"orders-{DateTime.UtcNow:yyyyMMddHHmmss}") // AFF1005
    |> _.SendAsync()

let updateForNoStep () =
    ConnectorRegistration.Update("orders")
    |> _.WithOperationId(Guid.NewGuid().ToString()) // AFF1006
    |> _.SendAsync()

let updateOnce () =
    ConnectorRegistration.Update("orders")
    |> _.WithClientToken("orders-2026-10") // AFF1003
    |> _.SendAsync()
