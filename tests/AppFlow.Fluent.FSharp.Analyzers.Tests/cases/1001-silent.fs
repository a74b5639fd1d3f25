// why: other operations, values that are overwritten, requests that are not sent, tokens made at run time: none is a second place.
module Cases.NoSecondPlace

open System
open AppFlow.Fluent

let update () = ConnectorRegistration.Update("orders").WithClientToken("t1001c-one").SendAsync() //~ AFF1003

let register (arn: string) =
    ConnectorRegistration.Register("orders").WithLambda(arn).WithClientToken("t1001c-one").SendAsync() //~ AFF1003

let overwritten (token: string) =
    ConnectorRegistration.Update("orders").WithClientToken("t1001c-one").WithClientToken(token).SendAsync() //~ AFF4003

let replacedById () =
    ConnectorRegistration.Update("orders").WithClientToken("t1001c-one").WithOperationId("release-42").SendAsync() //~ AFF4003

let printed () = printfn $"""{ConnectorRegistration.Update("orders").WithClientToken("t1001c-one")}"""

let compared (request: UpdateConnectorRegistrationRequest) =
    request = ConnectorRegistration.Update("orders").WithClientToken("t1001c-one")

let madeNew () = ConnectorRegistration.Update("orders").WithClientToken(ClientToken.New()).SendAsync()

let given (token: string) = ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync()

let ofTheField (settings: {| Token: string |}) = ConnectorRegistration.Update("orders").WithClientToken(settings.Token).SendAsync()

let ofAFunction () =
    let make () = "t1001c-" + Guid.NewGuid().ToString()
    ConnectorRegistration.Update("orders").WithClientToken(make ()).SendAsync()

let ofMutable (args: string array) =
    let mutable token = "t1001c-one"
    if args.Length > 0 then token <- args[0]
    ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync()

let noToken (label: string) = ConnectorRegistration.Update(label).WithDescription("t1001c-one").SendAsync()
