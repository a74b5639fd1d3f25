/// The connector that most tests use.
module AppFlow.Fluent.FSharp.Tests.Orders

open AppFlow.Fluent
open AppFlow.Fluent.Emulator

[<Literal>]
let Label = "orders"

[<Literal>]
let Arn = "arn:aws:appflow:us-east-1:123456789012:connector/orders"

[<Literal>]
let Lambda =
    "arn:aws:lambda:us-east-1:123456789012:function:orders-connector"

[<Literal>]
let OtherLambda =
    "arn:aws:lambda:us-east-1:123456789012:function:orders-connector-eu"

let registerAs (client: AppFlowClient) label =
    task {
        let! _ =
            label
            |> ConnectorRegistration.Register
            |> _.WithLambda(Lambda)
            |> _.SendAsync(client)

        return ()
    }

let register client = registerAs client Label

let describe (client: AppFlowClient) =
    task {
        let! described =
            Label
            |> ConnectorRegistration.Describe
            |> _.SendAsync(client)

        return described.ConnectorConfiguration
    }

let updatesApplied (appflow: AppFlowEmulator) =
    appflow.Applied
    |> Seq.filter (fun entry -> entry.Operation = "UpdateConnectorRegistration")
    |> Seq.length
