// why: one place alone is AFF1003, at the token's expression, on whichever line that stands.
module Mechanics.OnePlace

open AppFlow.Fluent

let orders () =
    ConnectorRegistration.Update("orders")
    |> _.WithDescription("adds paging")
    |> _.WithClientToken("m003-release") //~ AFF1003
    |> _.SendAsync()
