// why: a retry that gives an option or a result in the end is one all the same; one that asks an option instead of a handler is left alone.
module Cases.AnswersOfRetries

open System
open System.Threading.Tasks
open AppFlow.Fluent

let rec toAnOption (label: string) n : Task<string option> =
    task {
        try
            let! updated = ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
            return Some updated.ConnectorArn
        with
        | :? AppFlowException when n < 3 -> return! toAnOption label (n + 1)
        | _ -> return None
    }

let rec toAResult (label: string) n : Async<Result<string, exn>> =
    async {
        try
            let! updated = ConnectorRegistration.Update(label).SendAsync() |> Async.AwaitTask //~ AFF1004
            return Ok updated.ConnectorArn
        with e ->
            if n < 3 then
                return! toAResult label (n + 1)
            else
                return Error e
    }

let rec askedOfAResult (label: string) n =
    task {
        let! result =
            task {
                try
                    let! updated = ConnectorRegistration.Update(label).SendAsync()
                    return Ok updated.ConnectorArn
                with e ->
                    return Error e.Message
            }

        match result with
        | Ok arn -> return arn
        | Error _ when n < 3 -> return! askedOfAResult label (n + 1)
        | Error message -> return failwith message
    }

let onceForEach (labels: string list) =
    labels
    |> List.map (fun label ->
        try
            Ok(ConnectorRegistration.Update(label).SendAsync().Result)
        with e ->
            Error e)

let sentOrNot (label: string) =
    try
        ConnectorRegistration.Update(label).SendAsync().Wait()
        true
    with :? AggregateException ->
        false

let firstThatWorks (labels: string list) =
    labels
    |> List.tryPick (fun label ->
        try
            Some(ConnectorRegistration.Update(label).SendAsync().Result)
        with _ ->
            None)

let untilOk (label: string) =
    task {
        let mutable result = Error "not sent"
        let mutable left = 3

        while Result.isError result && left > 0 do
            left <- left - 1

            try
                let! updated = ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
                result <- Ok updated.ConnectorArn
            with :? AppFlowException as e ->
                result <- Error e.Message

        return result
    }
