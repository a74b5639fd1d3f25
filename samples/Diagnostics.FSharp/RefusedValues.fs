/// The service refuses these, and so does the library where they are written.
module Diagnostics.RefusedValues

open AppFlow.Fluent

let describe () =
    ConnectorRegistration.Update("orders")
    |> _.WithDescription("adds paging, and filters") // AFF3001
    |> _.SendAsync()
