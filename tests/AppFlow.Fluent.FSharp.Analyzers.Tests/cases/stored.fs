// why: a request that leaves through a list, a channel, a field or an argument may be sent; one that is asserted on or quoted is not.
module Cases.StoredRequests

open System.Collections.Generic
open System.Threading.Channels
open System.Threading.Tasks
open AppFlow.Fluent
open Xunit

let inAList () =
    [ ConnectorRegistration.Update("orders").WithClientToken("tx-list") //~ AFF1001
      ConnectorRegistration.Update("billing").WithClientToken("tx-list") ] //~ AFF1001

let inACollection (requests: List<UpdateConnectorRegistrationRequest>) =
    requests.Add(ConnectorRegistration.Update("orders").WithClientToken("tx-add")) //~ AFF1003

let inAChannel (channel: Channel<UpdateConnectorRegistrationRequest>) =
    channel.Writer.WriteAsync(ConnectorRegistration.Update("orders").WithClientToken("tx-channel")) //~ AFF1003

type Holder() =
    let mutable current = Unchecked.defaultof<UpdateConnectorRegistrationRequest>
    member _.Hold() = current <- ConnectorRegistration.Update("orders").WithClientToken("tx-field") //~ AFF1003
    member _.Send() = current.SendAsync()

let handed (send: UpdateConnectorRegistrationRequest -> Task) = send (ConnectorRegistration.Update("orders").WithClientToken("tx-arg")) //~ AFF1003

let asserted () =
    Assert.Equal(ConnectorRegistration.Update("orders").WithClientToken("tx-assert"), ConnectorRegistration.Update("orders").WithClientToken("tx-assert"))

let received (request: UpdateConnectorRegistrationRequest) = request.WithClientToken("tx-received").SendAsync() //~ AFF1003

let quoted = <@ ConnectorRegistration.Update("orders").WithClientToken("tx-quoted").SendAsync() @>
