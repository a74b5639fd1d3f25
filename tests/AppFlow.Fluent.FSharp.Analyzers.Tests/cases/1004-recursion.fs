// why: a recursive function that goes round again because the send failed sends a new token at each attempt, or lets one be made.
module Cases.RecursiveRetries

open System
open System.Threading.Tasks
open AppFlow.Fluent

let rec plain (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
        with e when n > 0 ->
            eprintfn $"{e.Message}"
            do! Task.Delay 100
            return! plain label (n - 1)
    }

let rec withToken (label: string) n =
    task {
        try
            return! label |> ConnectorRegistration.Update |> _.WithClientToken(ClientToken.New()) |> _.SendAsync() //~ AFF1004
        with
        | :? AppFlowTransportException when n < 3 -> return! withToken label (n + 1)
        | :? InternalServerException when n < 5 -> return! withToken label (n + 1)
    }

let inAFunction (label: string) =
    let rec attempt n : Task<string> =
        task {
            try
                let! updated = ConnectorRegistration.Update(label).WithClientToken(Guid.NewGuid().ToString()).SendAsync() //~ AFF1004
                return updated.ConnectorArn
            with :? AppFlowException as e when e.IsRetryable ->
                if n < 3 then
                    return! attempt (n + 1)
                else
                    return raise e
        }

    attempt 1

let rec asyncRetry (label: string) n =
    async {
        try
            let! updated = ConnectorRegistration.Update(label).SendAsync() |> Async.AwaitTask //~ AFF1004
            return updated.ConnectorArn
        with
        | _ when n > 0 ->
            do! Async.Sleep 100
            return! asyncRetry label (n - 1)
    }

let rec blocking (label: string) n =
    try
        ConnectorRegistration.Update(label).SendAsync().Result.ConnectorArn //~ AFF1004
    with :? AggregateException when n < 3 ->
        blocking label (n + 1)

let rec synchronous (label: string) attempt =
    try
        ConnectorRegistration.Update(label).WithClientToken($"{label}-{attempt}").SendAsync() //~ AFF1004
        |> Async.AwaitTask
        |> Async.RunSynchronously
    with _ when attempt < 3 ->
        synchronous label (attempt + 1)

type Deployer(client: IAppFlowClient) =
    member this.Deploy(label: string, n: int) : Task<string> =
        task {
            try
                let! updated = ConnectorRegistration.Update(label).SendAsync(client) //~ AFF1004
                return updated.ConnectorArn
            with :? AppFlowException when n > 0 ->
                return! this.Deploy(label, n - 1)
        }
