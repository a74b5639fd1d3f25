// why: silent: one token for all attempts, an operation id, refusals alone, handlers that go on with the failed call, polling, nothing caught.
module Cases.NoRetryAnew

open System
open System.Threading.Tasks
open AppFlow.Fluent

let rec oneToken (token: string) (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()
        with :? AppFlowException when n < 3 ->
            return! oneToken token label (n + 1)
    }

let tokenBefore (label: string) =
    task {
        let request = ConnectorRegistration.Update(label).WithClientToken(ClientToken.New())
        let mutable sent = false

        while not sent do
            try
                let! _ = request.SendAsync()
                sent <- true
            with :? AppFlowException ->
                ()
    }

let rec operationId (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).WithOperationId("release-42").SendAsync()
        with _ when n < 3 ->
            return! operationId label (n + 1)
    }

let rec refusedOnly (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync()
        with :? AppFlowException as e when not e.MayHaveBeenApplied && n < 3 ->
            return! refusedOnly label (n + 1)
    }

let rec conflicts (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync()
        with
        | :? ConflictException when n < 3 -> return! conflicts label (n + 1)
        | :? AccessDeniedException when n < 3 -> return! conflicts label (n + 1)
    }

let rec goesOn (request: UpdateConnectorRegistrationRequest) n =
    task {
        try
            return! request.SendAsync()
        with :? AppFlowException as e when e.IsRetryable && n < 3 ->
            return! goesOn (request.WithClientToken e.ClientToken) (n + 1)
    }

let fallback (label: string) =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync()
        with :? AppFlowException ->
            return! ConnectorRegistration.Update(label + "-fallback").SendAsync()
    }

let caughtOnce (label: string) =
    task {
        try
            let! updated = ConnectorRegistration.Update(label).SendAsync()
            return Some updated.ConnectorArn
        with :? AppFlowException ->
            return None
    }

let eachOnce (labels: string list) =
    task {
        for label in labels do
            try
                let! _ = ConnectorRegistration.Update(label).SendAsync()
                ()
            with :? AppFlowException as e ->
                eprintfn $"{label}: {e.Message}"
    }

let rec describe (label: string) n =
    task {
        try
            return! ConnectorRegistration.Describe(label).SendAsync()
        with _ when n < 3 ->
            return! describe label (n + 1)
    }

let rec poll (label: string) =
    task {
        try
            let! updated = ConnectorRegistration.Update(label).SendAsync()
            printfn $"{updated.ConnectorArn}"
        with e ->
            eprintfn $"{e.Message}"

        do! Task.Delay(TimeSpan.FromMinutes 5.0)
        return! poll label
    }

let rec ofItsOwnClass (text: string) n =
    try
        int text
    with :? FormatException when n < 3 ->
        ofItsOwnClass (text.Trim()) (n + 1)

let withOneTokenByAFunction (label: string) =
    let rec retry n (work: unit -> Task<'a>) : Task<'a> =
        task {
            try
                return! work ()
            with _ when n > 0 ->
                return! retry (n - 1) work
        }

    let token = ClientToken.New()
    retry 3 (fun () -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())

let byCatch (label: string) =
    let rec attempt n =
        async {
            match! ConnectorRegistration.Update(label).SendAsync() |> Async.AwaitTask |> Async.Catch with
            | Choice1Of2 updated -> return updated.ConnectorArn
            | Choice2Of2 _ when n < 3 -> return! attempt (n + 1)
            | Choice2Of2 e -> return raise e
        }

    attempt 1
