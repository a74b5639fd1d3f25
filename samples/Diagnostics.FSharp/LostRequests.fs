/// Requests are immutable, and do nothing until they are sent.
module Diagnostics.LostRequests

open AppFlow.Fluent

let forget () =
    let request = ConnectorRegistration.Update("orders") // AFF4002
    ()

let describeTwice () =
    ConnectorRegistration.Update("orders")
    |> _.WithDescription("adds paging") // AFF4003
    |> _.WithOperationId("release-42")
    |> _.WithDescription("adds paging and sorting")
    |> _.SendAsync()
