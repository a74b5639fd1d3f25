/// What the quickstart prints.
module Quickstart.Narrator

open AppFlow.Fluent

let title (text: string) = printfn $"{text}"

let step (number: int) (what: string) = printfn $"\n{number}. {what}"

let tell (line: string) = printfn $"   {line}"

let fault (e: AppFlowException) =
    let status =
        match Option.ofNullable e.StatusCode with
        | Some status -> $"{int status}"
        | None -> "no answer"

    let requestId =
        match e.RequestId with
        | null -> "none"
        | id -> id

    tell $"{e.GetType().Name} ({status}): {e.Message}"
    tell $"request {requestId}, attempts {e.Attempts}, retryable {e.IsRetryable}, client token {e.ClientToken}"
