module AppFlow.Fluent.FSharp.Tests.CancellationTests

open System
open System.Net.Http
open System.Threading
open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

/// A client whose caller cancels while the service has the request and does not answer.
let private abandoned (source: CancellationTokenSource) =
    ScriptedService.clientThatGets (fun cancellationToken ->
        task {
            source.Cancel()
            do! Task.Delay(Timeout.Infinite, cancellationToken)
            return new HttpResponseMessage()
        })

let private tokenOf (e: OperationCanceledException) =
    match e.Data["ClientToken"] with
    | :? string as token -> Some token
    | _ -> None

[<Fact>]
let ``a cancelled call returns the token it was given`` () =
    task {
        use source = new CancellationTokenSource()
        use client = abandoned source
        let token = ClientToken.New()

        let! e =
            Assert.ThrowsAnyAsync<OperationCanceledException>(fun () ->
                ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync(client, source.Token))

        Assert.Equal(Some token, tokenOf e)
    }

[<Fact>]
let ``a cancelled call returns its generated token, and can be continued with it`` () =
    task {
        use source = new CancellationTokenSource()
        use client = abandoned source
        use! appflow = AppFlowEmulator.StartAsync()
        use patient = appflow.CreateClient()
        do! Orders.register patient
        let request = ConnectorRegistration.Update Orders.Label

        let! token =
            task {
                try
                    let! updated = request.SendAsync(client, source.Token)
                    return Some $"{updated.ConnectorArn} was updated in spite of the cancellation"
                with :? OperationCanceledException as e ->
                    return tokenOf e
            }

        match token with
        | None -> Assert.Fail "no token came back"
        | Some token ->
            let! continued = request |> _.WithClientToken(token) |> _.SendAsync(patient)
            Assert.Equal(token, continued.ClientToken)
    }

[<Fact>]
let ``a call that is cancelled before it starts sends nothing`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()

        let! e =
            Assert.ThrowsAnyAsync<OperationCanceledException>(fun () ->
                ConnectorRegistration.Update("orders").SendAsync(client, CancellationToken(canceled = true)))

        Assert.Equal(None, tokenOf e)
        Assert.Empty appflow.Received
    }
