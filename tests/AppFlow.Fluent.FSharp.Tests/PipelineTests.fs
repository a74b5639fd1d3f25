module AppFlow.Fluent.FSharp.Tests.PipelineTests

open System
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

[<Fact>]
let ``a pipeline registers a connector`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()

        let! registered =
            Orders.Label
            |> ConnectorRegistration.Register
            |> _.WithLambda(Orders.Lambda)
            |> _.WithDescription("first version")
            |> _.SendAsync(client)

        Assert.Equal(Orders.Arn, registered.ConnectorArn)
        Assert.NotEmpty registered.ClientToken
    }

[<Fact>]
let ``a pipeline updates a connector, and what it does not set stays`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! Orders.register client

        let! updated =
            Orders.Label
            |> ConnectorRegistration.Update
            |> _.WithDescription("adds paging")
            |> _.SendAsync(client)

        let! connector = Orders.describe client
        Assert.Equal(Orders.Arn, updated.ConnectorArn)
        Assert.Equal("adds paging", connector.ConnectorDescription)
        Assert.Equal("2.0", connector.ConnectorVersion)
        Assert.Equal(Some Orders.Lambda, connector.ConnectorProvisioningConfig |> Option.ofObj |> Option.map _.Lambda.LambdaArn)
    }

[<Fact>]
let ``a pipeline describes a connector`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! Orders.register client

        let! described =
            Orders.Label
            |> ConnectorRegistration.Describe
            |> _.SendAsync(client)

        Assert.Equal(Orders.Label, described.ConnectorConfiguration.ConnectorLabel)
        Assert.Equal(1, described.Attempts)
    }

[<Fact>]
let ``a pipeline lists connectors`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! Orders.register client

        let! listed =
            ConnectorRegistration.List()
            |> _.WithMaxResults(10)
            |> _.SendAsync(client)

        Assert.Equal<(string | null) list>([ Orders.Label ], [ for connector in listed.Connectors -> connector.ConnectorLabel ])
    }

[<Fact>]
let ``a pipeline unregisters a connector`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! Orders.register client

        let! _ =
            Orders.Label
            |> ConnectorRegistration.Unregister
            |> _.WithForceDelete()
            |> _.SendAsync(client)

        let! listed = ConnectorRegistration.List() |> _.SendAsync(client)
        Assert.Empty listed.Connectors
    }

/// Async.AwaitTask wraps exceptions, unlike a task's let!.
let private (|Unwrapped|) (e: exn) =
    match e with
    | :? AggregateException as e when e.InnerExceptions.Count = 1 -> e.InnerExceptions[0]
    | e -> e

[<Fact>]
let ``a call works in async too, and its errors keep their types`` () =
    let update (client: AppFlowClient) =
        async {
            let! token = Async.CancellationToken

            try
                let! updated =
                    Orders.Label
                    |> ConnectorRegistration.Update
                    |> _.SendAsync(client, token)
                    |> Async.AwaitTask

                return $"updated {updated.ConnectorArn}"
            with Unwrapped(:? ResourceNotFoundException as e) ->
                return $"refused with {e.ErrorCode}"
        }

    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        let! before = update client
        do! Orders.register client
        let! after = update client
        Assert.Equal("refused with ResourceNotFoundException", before)
        Assert.Equal($"updated {Orders.Arn}", after)
    }
