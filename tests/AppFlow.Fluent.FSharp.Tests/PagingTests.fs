module AppFlow.Fluent.FSharp.Tests.PagingTests

open System
open System.Linq
open System.Threading
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

let private labels () = [ for number in 1..5 -> $"orders-{number}" ]

let private registerAll client =
    task {
        for label in labels () do
            do! Orders.registerAs client label
    }

let private labelsOf (connectors: ConnectorDetail seq) =
    [ for connector in connectors do
          match connector.ConnectorLabel with
          | null -> ()
          | label -> label ]

let rec private pagesFrom (client: AppFlowClient) (request: ListConnectorsRequest) =
    task {
        let! page = request.SendAsync(client)

        match page.NextToken with
        | null -> return [ labelsOf page.Connectors ]
        | token ->
            let! rest = request |> _.WithNextToken(token) |> pagesFrom client
            return labelsOf page.Connectors :: rest
    }

[<Fact>]
let ``pages are followed by matching the next token with null`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! registerAll client

        let! pages = ConnectorRegistration.List() |> _.WithMaxResults(2) |> pagesFrom client

        Assert.Equal<int list>([ 2; 2; 1 ], pages |> List.map List.length)
        Assert.Equal<string list>(labels (), pages |> List.concat |> List.sort)
    }

[<Fact>]
let ``all pages are one sequence, read with while!`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! registerAll client

        use connectors =
            ConnectorRegistration.List()
            |> _.WithMaxResults(2)
            |> _.EnumerateAsync(client)
            |> _.GetAsyncEnumerator()

        let found = ResizeArray<ConnectorDetail>()

        while! connectors.MoveNextAsync() do
            found.Add connectors.Current

        Assert.Equal<string list>(labels (), labelsOf found |> List.sort)
        Assert.Equal(3, appflow.Received |> Seq.filter (fun entry -> entry.Operation = "ListConnectors") |> Seq.length)
    }

[<Fact>]
let ``the loop that the README shows reads all pages`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! registerAll client

        do!
            task {
                use connectors = ConnectorRegistration.List() |> _.EnumerateAsync(client) |> _.GetAsyncEnumerator()

                while! connectors.MoveNextAsync() do
                    printfn $"{connectors.Current.ConnectorLabel}"
            }

        Assert.Equal(1, appflow.Received |> Seq.filter (fun entry -> entry.Operation = "ListConnectors") |> Seq.length)
    }

[<Fact>]
let ``all pages are one sequence, read with the platform's async LINQ`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! registerAll client

        let! found =
            ConnectorRegistration.List()
            |> _.WithMaxResults(2)
            |> _.EnumerateAsync(client)
            |> _.ToListAsync()

        Assert.Equal<string list>(labels (), labelsOf found |> List.sort)
    }

[<Fact>]
let ``a reader who stops early requests no further page`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! registerAll client

        let! found =
            ConnectorRegistration.List()
            |> _.WithMaxResults(2)
            |> _.EnumerateAsync(client)
            |> _.Take(2)
            |> _.ToListAsync()

        Assert.Equal(2, found.Count)
        Assert.Equal(1, appflow.Received |> Seq.filter (fun entry -> entry.Operation = "ListConnectors") |> Seq.length)
    }

[<Fact>]
let ``a sequence ends with OperationCanceledException when its token is cancelled between pages`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        use source = new CancellationTokenSource()
        do! registerAll client

        use connectors =
            ConnectorRegistration.List()
            |> _.WithMaxResults(1)
            |> _.EnumerateAsync(client, source.Token)
            |> _.GetAsyncEnumerator()

        let! hasFirst = connectors.MoveNextAsync()
        source.Cancel()
        Assert.True hasFirst

        let! _ = Assert.ThrowsAnyAsync<OperationCanceledException>(fun () -> connectors.MoveNextAsync().AsTask())
        return ()
    }
