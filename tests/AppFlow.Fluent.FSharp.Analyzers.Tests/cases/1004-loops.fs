// why: loops and functions that run a function again when it failed.
module Cases.LoopRetries

open System
open System.Threading.Tasks
open AppFlow.Fluent

let whileNotSent (label: string) =
    task {
        let mutable sent = false

        while not sent do
            try
                let! _ = ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
                sent <- true
            with :? AppFlowException as e ->
                eprintfn $"{e.Message}"
    }

let counted (label: string) =
    task {
        let mutable attempt = 0
        let mutable result = None

        while result.IsNone && attempt < 3 do
            attempt <- attempt + 1

            try
                let! updated = ConnectorRegistration.Update(label).WithClientToken(ClientToken.New()).SendAsync() //~ AFF1004
                result <- Some updated.ConnectorArn
            with _ ->
                do! Task.Delay(100 * attempt)

        return result
    }

let rec retry n (work: unit -> Task<'a>) : Task<'a> =
    task {
        try
            return! work ()
        with _ when n > 0 ->
            return! retry (n - 1) work
    }

let byAFunction (label: string) = retry 3 (fun () -> ConnectorRegistration.Update(label).SendAsync()) //~ AFF1004

let byAFunctionOfATask (label: string) =
    retry 3 (fun () ->
        task {
            let request = ConnectorRegistration.Update(label).WithClientToken(ClientToken.New())
            let! updated = request.SendAsync() //~ AFF1004
            return updated.ConnectorArn
        })

let rec retryAsync n (work: Async<'a>) : Async<'a> =
    async {
        try
            return! work
        with _ when n > 0 ->
            return! retryAsync (n - 1) work
    }

let byAnAsyncFunction (label: string) =
    async {
        let! updated = ConnectorRegistration.Update(label).SendAsync() |> Async.AwaitTask //~ AFF1004
        return updated.ConnectorArn
    }
    |> retryAsync 3

let forAttempts (label: string) =
    let mutable arn = ""

    for attempt in 1..3 do
        if arn = "" then
            try
                arn <- ConnectorRegistration.Update(label).SendAsync().GetAwaiter().GetResult().ConnectorArn //~ AFF1004
            with :? AppFlowException ->
                eprintfn $"attempt {attempt} failed"

    arn
