module AppFlow.Fluent.FSharp.Tests.ContinuationTests

open System.Net.Http
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

let private clientOver (network: LostAnswers) (appflow: AppFlowEmulator) =
    new AppFlowClient(
        AppFlowClientOptions(
            Endpoint = appflow.Endpoint,
            Region = "us-east-1",
            Credentials = appflow.Credentials,
            HttpClient = new HttpClient(network),
            TimeProvider = ImpatientTime()
        )
    )

[<Fact>]
let ``a call whose answer was lost continues with its token, and is applied once`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use reliable = appflow.CreateClient()
        do! Orders.register reliable
        use network = new LostAnswers()
        use client = clientOver network appflow
        let request = ConnectorRegistration.Update Orders.Label

        let! updated =
            task {
                try
                    return! request |> _.SendAsync(client)
                with :? AppFlowException as e when e.IsRetryable ->
                    network.Mend()

                    return!
                        request
                        |> _.WithClientToken(e.ClientToken)
                        |> _.SendAsync(client)
            }

        let! connector = Orders.describe client
        Assert.Equal(Orders.Arn, updated.ConnectorArn)
        Assert.Equal("2.0", connector.ConnectorVersion)
        Assert.Equal(1, Orders.updatesApplied appflow)
    }

[<Fact>]
let ``a failure returns the token that was given`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = clientOver (new LostAnswers()) appflow
        let token = ClientToken.New()

        let! e =
            Assert.ThrowsAsync<AppFlowTransportException>(fun () ->
                ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync(client))

        Assert.Equal(token, e.ClientToken)
        Assert.Equal(None, Option.ofNullable e.StatusCode)
        Assert.Equal(None, Option.ofObj e.ErrorCode)
    }

[<Fact>]
let ``a token with different input is refused`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! Orders.register client
        let! updated = ConnectorRegistration.Update(Orders.Label).SendAsync(client)

        let! e =
            Assert.ThrowsAsync<ConflictException>(fun () ->
                ConnectorRegistration
                    .Update(Orders.Label)
                    .WithLambda(Orders.OtherLambda)
                    .WithClientToken(updated.ClientToken)
                    .SendAsync(client))

        Assert.Equal(updated.ClientToken, e.ClientToken)
        Assert.Equal(1, Orders.updatesApplied appflow)
    }
