// why: one place alone: literals, constants, interpolations of constants, UUIDs that are written out, wrappers' tokens.
module Cases.OnePlace

open System
open AppFlow.Fluent
open AppFlow.Fluent.Annotations

[<Literal>]
let private Stage = "live"

let literal (label: string) = ConnectorRegistration.Update(label).WithClientToken("t1003a-literal").SendAsync() //~ AFF1003

let interpolated (label: string) = ConnectorRegistration.Update(label).WithClientToken($"t1003a-{Stage}").SendAsync() //~ AFF1003

let named (label: string) = ConnectorRegistration.Update(label).WithClientToken(nameof interpolated + "-t1003a").SendAsync() //~ AFF1003

let piped (label: string) =
    "t1003a-piped" //~ AFF1003
    |> ConnectorRegistration.Update(label).WithClientToken
    |> _.SendAsync()

let ofAGuid (label: string) =
    ConnectorRegistration.Update(label).WithClientToken(Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff").ToString()).SendAsync() //~ AFF1003

let ofAKnownGuid (label: string) =
    ConnectorRegistration.Update(label).WithClientToken(ClientToken.From(Guid.Parse "6f9619ff-8b86-d011-b42d-00c04fc964fe")).SendAsync() //~ AFF1003

let deploy (label: string) ([<IdempotencyToken>] token: string) =
    ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()

let wrapped () = deploy "orders" "t1003a-wrapped" //~ AFF1003

let kept = ConnectorRegistration.Update("kept").WithClientToken("t1003a-kept") //~ AFF1003

let ofATuple () =
    let label, token = "orders", "c1003-tuple"
    ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1003

let ofAPair () =
    let pair = "orders", "c1003-pair"
    let label, token = pair
    ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1003

type Published =
    static member Publish(topic: string, [<AppFlow.Fluent.Annotations.IdempotencyToken>] token: string) = topic + token

let pipedTuple () = ("orders", "c1003-piped") |> Published.Publish //~ AFF1003
