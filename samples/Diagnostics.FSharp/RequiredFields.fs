/// An update requires the label, a registration the label and the Lambda function.
module Diagnostics.RequiredFields

open AppFlow.Fluent

let register () =
    ConnectorRegistration.Register("orders")
    |> _.WithDescription("order feed")
    |> _.SendAsync() // AFF2001

let update label isNew =
    let request = ConnectorRegistration.Update() |> _.WithDescription("adds paging")
    let request = if isNew then request.WithConnectorLabel(label) else request
    request.SendAsync() // AFF2002

let unregister () =
    ConnectorRegistration.Unregister("") // AFF2003
    |> _.WithForceDelete()
    |> _.SendAsync()
