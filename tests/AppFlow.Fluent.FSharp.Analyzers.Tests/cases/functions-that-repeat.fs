// why: functions that run a function again, operators, agents, bags: what they do is what counts.
namespace Cases.FunctionsThatRepeat

open System
open System.Collections.Concurrent
open System.Collections.Generic
open System.Diagnostics.CodeAnalysis
open System.Threading
open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Annotations

[<AutoOpen>]
module Repeating =
    let (=>) (request: UpdateConnectorRegistrationRequest) (description: string) = request.WithDescription description

    let inline send (request: UpdateConnectorRegistrationRequest) = request.SendAsync()

    let retryTimes n (work: unit -> Async<'a>) : Async<'a> =
        let rec attempt n =
            async {
                try
                    return! work ()
                with
                | :? AppFlowTransportException when n > 0 ->
                    do! Async.Sleep 10
                    return! attempt (n - 1)
            }

        attempt n

    let withRetry (work: unit -> Task<'a>) =
        task {
            let mutable result = Unchecked.defaultof<'a>
            let mutable isDone = false

            while not isDone do
                try
                    let! value = work ()
                    result <- value
                    isDone <- true
                with :? AppFlowException as e when e.IsRetryable ->
                    do! Task.Delay 100

            return result
        }

    let once (work: unit -> Task<'a>) = work ()

module Retries =
    let ofAsync (label: string) =
        retryTimes 3 (fun () -> ConnectorRegistration.Update(label).SendAsync() |> Async.AwaitTask) //~ AFF1004

    let ofATask (label: string) =
        withRetry (fun () ->
            label
            |> ConnectorRegistration.Update
            |> _.WithClientToken(ClientToken.New())
            |> _.SendAsync()) //~ AFF1004

    let withOneToken (label: string) =
        let request = ConnectorRegistration.Update(label).WithClientToken(ClientToken.New())
        withRetry (fun () -> request.SendAsync())

    let withoutRetry (label: string) = once (fun () -> ConnectorRegistration.Update(label).SendAsync())

    let ofANamedFunction (label: string) =
        let update () = ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
        withRetry update

    let piped (label: string) =
        (fun () -> ConnectorRegistration.Update(label).SendAsync()) |> withRetry //~ AFF1004

    let rec withDelay (label: string) (delays: TimeSpan list) =
        task {
            try
                return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
            with e ->
                match delays with
                | delay :: rest ->
                    do! Task.Delay delay
                    return! withDelay label rest
                | [] ->
                    eprintfn $"{e.Message}"
                    return raise e
        }

    let rec awaitedResult (label: string) n =
        task {
            try
                let! updated = ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
                return updated.ConnectorArn
            with :? InternalServerException when n < 3 ->
                let! again = awaitedResult label (n + 1)
                return again
        }

    let rec otherLabel (labels: string list) =
        task {
            match labels with
            | label :: rest ->
                try
                    return! ConnectorRegistration.Update(label).SendAsync()
                with _ ->
                    return! otherLabel rest
            | [] -> return failwith "no label worked"
        }

    let rec otherClient (clients: IAppFlowClient list) (label: string) =
        task {
            match clients with
            | client :: rest ->
                try
                    return! ConnectorRegistration.Update(label).SendAsync(client)
                with :? AppFlowTransportException ->
                    return! otherClient rest label
            | [] -> return failwith "no region worked"
        }

    let whileTrue (label: string) (stop: CancellationToken) =
        task {
            while not stop.IsCancellationRequested do
                try
                    let! _ = ConnectorRegistration.Update(label).SendAsync(stop)
                    ()
                with _ ->
                    ()

                do! Task.Delay 1000
        }

    let limited (label: string) =
        task {
            let mutable left = 3
            let mutable error: exn = null

            while left > 0 do
                try
                    let! _ = ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
                    left <- 0
                with e ->
                    error <- e
                    left <- left - 1

            return error
        }

    let innerLoop (labels: string list) =
        task {
            for label in labels do
                let mutable sent = false

                while not sent do
                    try
                        let! _ = ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
                        sent <- true
                    with :? ThrottlingException ->
                        do! Task.Delay 100
        }

module Rest =
    let operators (label: string) = (ConnectorRegistration.Update() => "adds paging") |> send

    let viaSend () = ConnectorRegistration.Update() |> send

    [<SuppressMessage("Idempotency", "AFF1003")>]
    let suppressed (label: string) = ConnectorRegistration.Update(label).WithClientToken("trep-suppressed").SendAsync() //~? AFF1003

    let generic<'a> (value: 'a) = ConnectorRegistration.Update(string value).WithClientToken($"{value}").SendAsync()

    let rec even (label: string) n : Task = if n = 0 then ConnectorRegistration.Update(label).SendAsync() else odd label (n - 1)
    and odd (label: string) n : Task = if n = 0 then ConnectorRegistration.Update().SendAsync() else even label (n - 1) //~ AFF2001

    let mailbox (token: string) =
        MailboxProcessor<string>.Start(fun inbox ->
            let rec loop () =
                async {
                    let! label = inbox.Receive()
                    let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> Async.AwaitTask //~ AFF1002
                    return! loop ()
                }

            loop ())

    let bag (labels: ConcurrentBag<string>) (token: string) =
        let mutable label = null

        while labels.TryTake(&label) do
            ConnectorRegistration.Update(label).WithClientToken(token).SendAsync().Wait() //~ AFF1002

    let unionOfWork (works: Choice<string, string> list) (token: string) =
        for work in works do
            match work with
            | Choice1Of2 label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore //~ AFF1002
            | Choice2Of2 label -> ConnectorRegistration.Unregister(label).SendAsync() |> ignore

    let perRun (labels: string list) =
        let run = Guid.NewGuid()

        labels
        |> List.map (fun label ->
            let token = $"{run}-{label}"
            ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())

    let hash (labels: string list) =
        labels
        |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(label.ToUpperInvariant()).SendAsync())

    let describeThenUpdate (label: string) (token: string) =
        task {
            let! described = ConnectorRegistration.Describe(label).SendAsync()
            let version = described.ConnectorConfiguration.ConnectorVersion
            let! _ = ConnectorRegistration.Update(label).WithDescription($"after {version}").WithClientToken(token).SendAsync()
            return ()
        }

    let nestedFunctions (token: string) =
        let outer label =
            let inner description = ConnectorRegistration.Update(label: string).WithDescription(description).WithClientToken(token).SendAsync() //~ AFF1002
            [ inner "one"; inner "two" ]

        outer "orders"

    let literalToken =
        let token = "trep-module"
        fun (label: string) -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1003

    let stringBuilder (label: string) =
        let text = Text.StringBuilder()
        text.Append("trep-").Append(label) |> ignore
        ConnectorRegistration.Update(label).WithClientToken(text.ToString()).SendAsync()

    let concatOp (label: string) = ConnectorRegistration.Update(label).WithClientToken(String.Concat("trep-", "concat")).SendAsync() //~ AFF1003

    let joined (label: string) (parts: string list) = ConnectorRegistration.Update(label).WithClientToken(String.Join("-", parts)).SendAsync()

    let upper (label: string) = ConnectorRegistration.Update(label).WithClientToken("trep-upper".ToUpper()).SendAsync()

    let newId (label: string) = ConnectorRegistration.Update(label).WithOperationId(Guid.CreateVersion7() |> string).SendAsync() //~ AFF1006

    let stampId (label: string) =
        let stamp = DateTime.UtcNow.ToString "yyyyMMddHHmmss"
        ConnectorRegistration.Update(label).WithOperationId("run-" + stamp).SendAsync() //~ AFF1006

    let idOfALog (label: string) (log: string -> unit) =
        let id = ClientToken.New()
        log id
        ConnectorRegistration.Update(label).WithOperationId(id).SendAsync()

    let idInATuple (label: string) =
        let id = Guid.NewGuid().ToString()
        id, ConnectorRegistration.Update(label).WithOperationId(id).SendAsync()

    let tooLong (label: string) = ConnectorRegistration.Update(label).WithOperationId("").SendAsync() //~? AFF3001

    let unsentInMatch (kind: int) (label: string) =
        match kind with
        | 1 ->
            let request = ConnectorRegistration.Update label //~ AFF4002
            printfn "one"
        | _ -> printfn "other"

    let sentInMatch (kind: int) (label: string) : Task =
        let request = ConnectorRegistration.Update label

        match kind with
        | 1 -> request.SendAsync()
        | _ -> Task.CompletedTask

    let chainOfLets (label: string) =
        let a = ConnectorRegistration.Update label
        let b = a.WithDescription "b"
        let c = b.WithOperationId "c"
        c.SendAsync()

    let copied (label: string) =
        let a = ConnectorRegistration.Update label
        let b = a //~ AFF4002
        printfn "nothing"
