module AppFlow.Fluent.FSharp.Tests.ArgumentTests

open System.Threading
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

[<Fact>]
let ``named arguments carry the names of the service's fields`` () =
    let token = ClientToken.New()

    let request =
        ConnectorRegistration
            .Update(connectorLabel = "orders")
            .WithDescription(description = "adds paging")
            .WithConnectorProvisioningConfig(
                connectorProvisioningConfig = ConnectorProvisioningConfig.ForLambda(lambdaArn = Orders.Lambda)
            )
            .WithClientToken(clientToken = token)

    let page = ConnectorRegistration.List().WithMaxResults(maxResults = 2).WithNextToken(nextToken = "page-2")

    Assert.Equal("orders", request.ConnectorLabel)
    Assert.Equal("adds paging", request.Description)
    Assert.Equal(token, request.ClientToken)
    Assert.Equal(Some 2, Option.ofNullable page.MaxResults)
    Assert.Equal("page-2", page.NextToken)

[<Fact>]
let ``both ways to set the Lambda function mean the same`` () =
    let template = ConnectorRegistration.Register(connectorLabel = "orders").WithOperationId(operationId = "release-42")

    let config = ConnectorProvisioningConfig.ForLambda Orders.Lambda
    Assert.Equal(template.WithLambda(lambdaArn = Orders.Lambda), template.WithConnectorProvisioningConfig config)

[<Fact>]
let ``the cancellation token can be left out, given, or named`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        use source = new CancellationTokenSource()
        do! Orders.register client
        let request = ConnectorRegistration.Describe Orders.Label

        let! without = request.SendAsync client
        let! positional = request.SendAsync(client, source.Token)
        let! named = request.SendAsync(client = client, cancellationToken = source.Token)

        Assert.Equal(without.ConnectorConfiguration, positional.ConnectorConfiguration)
        Assert.Equal(without.ConnectorConfiguration, named.ConnectorConfiguration)
    }

[<Fact>]
let ``an update's properties are what was set, and otherwise null`` () =
    let described (request: UpdateConnectorRegistrationRequest) =
        match request.ConnectorLabel, request.Description with
        | null, _ -> "a template"
        | label, null -> $"{label} to its latest version"
        | label, description -> $"{label}: {description}"

    Assert.Equal<string list>(
        [ "a template"; "orders to its latest version"; "orders: adds paging" ],
        [ ConnectorRegistration.Update()
          ConnectorRegistration.Update "orders"
          ConnectorRegistration.Update("orders").WithDescription("adds paging") ]
        |> List.map described
    )
