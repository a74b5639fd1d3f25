/// A retry that makes a new token for each attempt applies the change again when an answer is lost.
module Diagnostics.RetryLoops

open System.Threading.Tasks
open AppFlow.Fluent

let rec deploy attempt : Task<UpdateConnectorRegistrationResponse> =
    task {
        try
            return!
                ConnectorRegistration.Update("orders")
                |> _.WithDescription("adds paging")
                |> _.SendAsync() // AFF1004
        with :? AppFlowException as e when e.IsRetryable && attempt < 5 ->
            do! Task.Delay(1000 * attempt)
            return! deploy (attempt + 1)
    }
