/// The one change that is safe on a real account: a connector that the user names is updated to its Lambda's latest version.
module Quickstart.AwsUpdate

open System
open AppFlow.Fluent
open Quickstart.Narrator

let run label =
    task {
        try
            use client = new AppFlowClient()
            AppFlowClient.Default <- client
            title $"AWS, region {client.Region}"

            step 1 $"Update {label} to the latest version of its Lambda function"
            let! updated = label |> ConnectorRegistration.Update |> _.SendAsync()
            tell $"updated {updated.ConnectorArn} (request {updated.RequestId}, client token {updated.ClientToken})"

            step 2 $"Describe {label}"
            let! _ = ConnectorStory.show label
            return 0
        with
        | :? AppFlowException as e ->
            fault e
            return 1
        | :? InvalidOperationException
        | :? ArgumentException as e ->
            eprintfn $"{e.Message}"
            return 1
    }
