module AppFlow.Fluent.FSharp.Tests.ConcurrencyTests

open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

[<Fact>]
let ``32 identical updates at once are applied once`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! Orders.register client

        let request =
            Orders.Label
            |> ConnectorRegistration.Update
            |> _.WithLambda(Orders.OtherLambda)
            |> _.WithOperationId("release-42")

        let! answers = Task.WhenAll [ for _ in 1..32 -> request.SendAsync(client) ]

        let! connector = Orders.describe client
        Assert.Equal(32, answers.Length)
        Assert.Single(answers |> Array.map _.ClientToken |> Array.distinct) |> ignore
        Assert.Equal(1, Orders.updatesApplied appflow)
        Assert.Equal("2.0", connector.ConnectorVersion)
    }

[<Fact>]
let ``32 equal updates with different tokens are all applied`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! Orders.register client
        let request = ConnectorRegistration.Update Orders.Label

        let! answers = Task.WhenAll [ for _ in 1..32 -> request.SendAsync(client) ]

        Assert.Equal(32, answers |> Array.distinctBy _.ClientToken |> Array.length)
        Assert.Equal(32, Orders.updatesApplied appflow)
    }

[<Fact>]
let ``an operation id gives every machine the same token, and changed input another`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        use clientElsewhere = appflow.CreateClient()
        do! Orders.register client
        let release = ConnectorRegistration.Update(Orders.Label).WithOperationId("release-42")

        let! here = release.SendAsync(client)
        let! there = release.SendAsync(clientElsewhere)
        let! changed = release |> _.WithLambda(Orders.OtherLambda) |> _.SendAsync(client)

        Assert.Equal(here.ClientToken, there.ClientToken)
        Assert.NotEqual<string>(here.ClientToken, changed.ClientToken)
        Assert.Equal(2, Orders.updatesApplied appflow)
    }
