/// The service refuses these values, and the library already refuses them when they are set.
module Diagnostics.RefusedValues

open AppFlow.Fluent

let describe () =
    ConnectorRegistration.Update("orders")
    |> _.WithDescription("adds paging, and filters") // AFF3001
    |> _.SendAsync()
