// why: a library's pattern decides on the failure as an own one does; an answer's text is neither null nor empty; numbers with decimals and dates are values.
module Cases.LibraryPatterns

open System
open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Annotations

let rec failures (label: string) n : Task<UpdateConnectorRegistrationResponse> =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync()
        with Failure _ when n > 0 ->
            return! failures label (n - 1)
    }

let untilNotNull (label: string) =
    task {
        let mutable arn = null

        for delay in [ 100; 200; 400 ] do
            if isNull arn then
                try
                    let! updated = ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
                    arn <- updated.ConnectorArn
                with :? AppFlowTransportException ->
                    do! Task.Delay delay

        return arn
    }

[<FluentRequest>]
type TransferRequest(account: string, amount: decimal, due: DateTime, token: string) =
    member _.Account = account
    member _.Amount = amount
    member _.Due = due

    [<IdempotencyToken>]
    member _.Token: string = token

    member _.WithAccount(account: string) = TransferRequest(account, amount, due, token)
    member _.SendAsync() = Task.FromResult(account.Length)

let rec transfer (account: string) n =
    task {
        try
            return! TransferRequest(account, 10.5M, DateTime(2026, 11, 26), null).SendAsync() //~ AFF1004
        with _ when n > 0 ->
            return! transfer account (n - 1)
    }

let twice (token: string) =
    task {
        let! first = TransferRequest("orders", 10.5M, DateTime(2026, 11, 26), token).SendAsync()
        let! second = TransferRequest("orders", 10.5M, DateTime(2026, 11, 26), token).SendAsync()
        return first + second
    }

let other (token: string) =
    task {
        let! first = TransferRequest("orders", 10.5M, DateTime(2026, 11, 26), token).SendAsync()
        let! second = TransferRequest("orders", 11.5M, DateTime(2026, 11, 26), token).SendAsync() //~ AFF1002
        return first + second
    }
