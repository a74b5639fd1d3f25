// why: the first description of the chain is lost.
module Mechanics.SetTwice

open AppFlow.Fluent

let publish () =
    ConnectorRegistration.Update("orders")
    |> _.WithDescription("one") //~ AFF4003
    |> _.WithDescription("two")
    |> _.SendAsync()
