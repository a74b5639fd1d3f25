namespace AppFlow.Fluent.FSharp.Tests

open System
open System.Threading
open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

/// AppFlowClient.Default can be set only once per process, so only the tests of this class use it.
type DefaultAppFlow() =
    let mutable appflow: AppFlowEmulator | null = null
    let mutable client: AppFlowClient | null = null

    interface IAsyncLifetime with
        member _.InitializeAsync() =
            task {
                let! started = AppFlowEmulator.StartAsync()
                appflow <- started
                let made = started.CreateClient()
                client <- made
                AppFlowClient.Default <- made
                do! Orders.register made
            }
            :> Task

        member _.DisposeAsync() =
            task {
                match client with
                | null -> ()
                | made -> made.Dispose()

                match appflow with
                | null -> ()
                | started -> do! started.DisposeAsync()
            }
            :> Task

type DefaultClientTests() =
    interface IClassFixture<DefaultAppFlow>

    [<Fact>]
    member _.``an update is one pipeline``() =
        task {
            let! updated =
                Orders.Label
                |> ConnectorRegistration.Update
                |> _.WithDescription("adds paging")
                |> _.SendAsync()

            Assert.Equal(Orders.Arn, updated.ConnectorArn)
        }

    [<Fact>]
    member _.``a connector is registered and unregistered without naming a client``() =
        task {
            let label = "invoices"

            let! registered =
                label
                |> ConnectorRegistration.Register
                |> _.WithLambda(Orders.Lambda)
                |> _.SendAsync()

            let! described = label |> ConnectorRegistration.Describe |> _.SendAsync()
            let! _ = label |> ConnectorRegistration.Unregister |> _.SendAsync()
            let! listed = ConnectorRegistration.List() |> _.SendAsync()

            Assert.Equal(registered.ConnectorArn, described.ConnectorConfiguration.ConnectorArn)
            Assert.DoesNotContain(listed.Connectors, (fun connector -> connector.ConnectorLabel = label))
        }

    [<Fact>]
    member _.``all pages are read with or without a cancellation token``() =
        task {
            use source = new CancellationTokenSource()
            use plain = ConnectorRegistration.List() |> _.EnumerateAsync() |> _.GetAsyncEnumerator()
            use guarded = ConnectorRegistration.List() |> _.EnumerateAsync(source.Token) |> _.GetAsyncEnumerator()
            let! hasPlain = plain.MoveNextAsync()
            let! hasGuarded = guarded.MoveNextAsync()
            Assert.True(hasPlain && hasGuarded)
            Assert.Equal(plain.Current, guarded.Current)
        }

    [<Fact>]
    member _.``a cancellation token alone is enough``() =
        task {
            use source = new CancellationTokenSource()
            let request = Orders.Label |> ConnectorRegistration.Describe
            let! positional = request.SendAsync source.Token
            let! named = request.SendAsync(cancellationToken = source.Token)
            Assert.Equal(positional.ConnectorConfiguration, named.ConnectorConfiguration)
        }

    [<Fact>]
    member _.``the default client is set once``() =
        task {
            use! another = AppFlowEmulator.StartAsync()
            use client = another.CreateClient()
            let e = Assert.Throws<InvalidOperationException>(fun () -> AppFlowClient.Default <- client)
            Assert.Contains("once", e.Message)
        }
