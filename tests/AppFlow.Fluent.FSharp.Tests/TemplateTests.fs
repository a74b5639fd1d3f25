module AppFlow.Fluent.FSharp.Tests.TemplateTests

open System.Diagnostics.CodeAnalysis
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

[<Fact>]
let ``a template is completed in a loop, and stays a template`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        let labels = [ "orders"; "invoices"; "customers" ]
        let template = ConnectorRegistration.Update().WithDescription("adds paging")

        for label in labels do
            do! Orders.registerAs client label

        for label in labels do
            let! updated = template |> _.WithConnectorLabel(label) |> _.SendAsync(client)
            Assert.EndsWith(label, updated.ConnectorArn)

        Assert.Null template.ConnectorLabel
        Assert.Equal(3, Orders.updatesApplied appflow)
    }

[<Fact>]
let ``With leaves the request it was called on as it was`` () =
    let request = ConnectorRegistration.Update "orders"
    let changed = request |> _.WithDescription("adds paging") |> _.WithLambda(Orders.Lambda)
    Assert.Null request.Description
    Assert.Null request.ConnectorProvisioningConfig
    Assert.Equal("adds paging", changed.Description)

// The value that is lost is the test.
[<Fact; SuppressMessage("Usage", "AFF4003")>]
let ``of a token and an operation id, the last one set wins`` () =
    let request = ConnectorRegistration.Update "orders"
    let token = request.WithOperationId("release-42").WithClientToken("b3b7c0de")
    let id = request.WithClientToken("b3b7c0de").WithOperationId("release-42")
    Assert.Null token.OperationId
    Assert.Equal("b3b7c0de", token.ClientToken)
    Assert.Null id.ClientToken
    Assert.Equal("release-42", id.OperationId)
