module Quickstart.Program

open System
open System.Threading.Tasks
open Amazon.Runtime
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Quickstart.Narrator

let private (|AbsoluteUri|_|) (text: string) =
    match Uri.TryCreate(text, UriKind.Absolute) with
    | true, NonNull uri -> Some uri
    | _ -> None

let private inThisProcess () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        AppFlowClient.Default <- client
        title $"A local AppFlow listens on {appflow.Endpoint} and checks every signature and token"
        do! ConnectorStory.tellAll "orders"
        return 0
    }

let private against endpoint =
    task {
        try
            use client =
                new AppFlowClient(
                    AppFlowClientOptions(
                        Endpoint = endpoint,
                        Region = "us-east-1",
                        Credentials = BasicAWSCredentials("emulator", "emulator")
                    )
                )

            AppFlowClient.Default <- client
            title $"An AppFlow emulator at {endpoint}"

            // A label that only this run uses, so that other connectors are not touched.
            do! ConnectorStory.tellAll $"orders-{Guid.NewGuid().ToString().Substring(0, 8)}"
            return 0
        with
        | :? AppFlowTransportException as e ->
            eprintfn $"{e.Message}"
            eprintfn "Is the emulator running? dotnet run --project src/AppFlow.Fluent.Emulator.Tool"
            return 1
        | :? AppFlowException
        | :? ArgumentException as e ->
            eprintfn $"{e.Message}"
            return 1
    }

// dotnet run --project samples/Quickstart.FSharp with an emulator in this process dotnet run --project samples/Quickstart.FSharp --
// --endpoint URL with an emulator that is already running dotnet run --project samples/Quickstart.FSharp -- --aws LABEL with AWS: updates
// and describes the connector LABEL
[<EntryPoint>]
let main args =
    match args with
    | [||] -> inThisProcess ()
    | [| "--endpoint"; AbsoluteUri endpoint |] -> against endpoint
    | [| "--aws"; label |] -> AwsUpdate.run label
    | _ ->
        eprintfn "Usage: Quickstart.FSharp [--endpoint URL | --aws LABEL]"
        Task.FromResult 2
    |> _.GetAwaiter().GetResult()
