module AppFlow.Fluent.FSharp.Tests.EqualityTests

open System.Collections.Generic
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

let private addPaging label =
    label
    |> ConnectorRegistration.Update
    |> _.WithDescription("adds paging")
    |> _.WithLambda(Orders.Lambda)

[<Fact>]
let ``requests with the same content are equal and have equal hash codes`` () =
    Assert.True((addPaging "orders" = addPaging "orders"))
    Assert.False((addPaging "orders" <> addPaging "orders"))
    Assert.Equal(hash (addPaging "orders"), hash (addPaging "orders"))

[<Fact>]
let ``requests that differ in one field are not equal`` () =
    let request = addPaging "orders"

    for other in
        [ request.WithConnectorLabel("invoices")
          request.WithDescription("adds filters")
          request.WithLambda(Orders.OtherLambda)
          request.WithClientToken("b3b7c0de")
          request.WithOperationId("release-42") ] do
        Assert.True((request <> other), $"{request} = {other}")

[<Fact>]
let ``requests of every kind compare with =`` () =
    Assert.True((ConnectorRegistration.Describe "orders" = ConnectorRegistration.Describe "orders"))
    Assert.True((ConnectorRegistration.Unregister "orders" <> ConnectorRegistration.Unregister("orders").WithForceDelete()))
    Assert.True((ConnectorRegistration.List() = ConnectorRegistration.List()))
    Assert.True((ConnectorRegistration.List().WithMaxResults(1) <> ConnectorRegistration.List()))
    Assert.True((ConnectorRegistration.Register "orders" = ConnectorRegistration.Register "orders"))

[<Fact>]
let ``requests are elements of a HashSet and keys of a dictionary`` () =
    let requests = HashSet [ addPaging "orders"; addPaging "invoices"; addPaging "orders" ]
    let owners = dict [ addPaging "orders", "sales"; addPaging "invoices", "finance" ]
    Assert.Equal(2, requests.Count)
    Assert.Equal("finance", owners[addPaging "invoices"])

[<Fact>]
let ``the list functions that need equality take requests`` () =
    let requests = [ "orders"; "invoices"; "orders" ] |> List.map addPaging
    Assert.Equal(2, requests |> List.distinct |> List.length)
    Assert.Equal<int list>([ 2; 1 ], requests |> List.countBy id |> List.map snd)

[<Fact>]
let ``an F# record that holds a request is equal by value`` () =
    let step name = {| Name = name; Request = addPaging "orders" |}
    Assert.True((step "paging" = step "paging"))
    Assert.True((step "paging" <> step "filters"))

[<Fact>]
let ``a request has readable text`` () =
    let printed = $"{addPaging Orders.Label}"
    Assert.Contains("UpdateConnectorRegistrationRequest", printed)
    Assert.Contains("orders", printed)
    Assert.Contains("adds paging", printed)

[<Fact>]
let ``two descriptions of an unchanged connector are equal, lists and all`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! Orders.register client
        let! before = Orders.describe client
        let! same = Orders.describe client
        let! _ = addPaging Orders.Label |> _.SendAsync(client)
        let! after = Orders.describe client
        Assert.True((before = same))
        Assert.True((before <> after))
    }
