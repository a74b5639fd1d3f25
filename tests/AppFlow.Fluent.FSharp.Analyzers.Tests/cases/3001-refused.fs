// why: constants that the service will refuse: length, pattern, range; also the constant part of a text that is put together.
module Cases.Refused

open System
open AppFlow.Fluent

[<Literal>]
let private Label = "my orders"

let label () = ConnectorRegistration.Update("my orders").SendAsync() //~ AFF3001

let byName () = ConnectorRegistration.Update(Label).SendAsync() //~ AFF3001

let short () = ConnectorRegistration.Update("x").SendAsync() //~ AFF3001

let started () = "-orders" |> ConnectorRegistration.Update |> _.SendAsync() //~ AFF3001

let description (label: string) = ConnectorRegistration.Update(label).WithDescription("adds paging (beta)").SendAsync() //~ AFF3001

let local (label: string) =
    let description = "fixed: paging"
    ConnectorRegistration.Update(label).WithDescription(description).SendAsync() //~ AFF3001

let arn (label: string) = ConnectorRegistration.Register(label).WithLambda("orders-lambda").SendAsync() //~ AFF3001

let config (label: string) =
    ConnectorRegistration.Register(label).WithConnectorProvisioningConfig(ConnectorProvisioningConfig.ForLambda "orders-lambda").SendAsync() //~ AFF3001

let pageSize () = ConnectorRegistration.List().WithMaxResults(0).SendAsync() //~ AFF3001

let largePage () = ConnectorRegistration.List() |> _.WithMaxResults(1000) |> _.SendAsync() //~ AFF3001

let interpolated (label: string) (what: string) = ConnectorRegistration.Update(label).WithDescription($"{what}, at last").SendAsync() //~ AFF3001

let concatenated (label: string) (what: string) = ConnectorRegistration.Update(label).WithDescription("what: " + what).SendAsync() //~ AFF3001

let printed (label: string) (count: int) = ConnectorRegistration.Update(label).WithDescription(sprintf "%d pages (all)" count).SendAsync() //~ AFF3001

let formatted (label: string) (what: string) = ConnectorRegistration.Update(label).WithDescription(String.Format("adds {0}!?", what)).SendAsync() //~ AFF3001

let arm isLive (label: string) =
    ConnectorRegistration.Update(label).WithDescription(if isLive then "live" else "rehearsal, again").SendAsync() //~ AFF3001

// A token that the service refuses is that alone.
let token (label: string) = ConnectorRegistration.Update(label).WithClientToken(String('x', 3) + "a").SendAsync()

let joined (label: string) (name: string) = ConnectorRegistration.Update(label).WithDescription(String.Join(", ", "paging", name)).SendAsync() //~ AFF3001

let joinedList (label: string) (name: string) = ConnectorRegistration.Update(label).WithDescription(String.concat ", " [ "paging"; name ]).SendAsync() //~ AFF3001
