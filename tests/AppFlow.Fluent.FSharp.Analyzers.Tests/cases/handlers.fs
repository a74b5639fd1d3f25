// why: what a handler asks, and what it does, decides whether the loop is a retry.
module Cases.HandlersOfEveryKind

open System
open System.Collections.Generic
open System.Threading.Tasks
open AppFlow.Fluent

let rec matchedInside (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
        with e ->
            match e with
            | :? ThrottlingException when n < 3 -> return! matchedInside label (n + 1)
            | _ -> return raise e
    }

let rec byCode (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync()
        with :? AppFlowException as e when e.ErrorCode = "ConflictException" && n < 3 ->
            return! byCode label (n + 1)
    }

let refreshed (label: string) =
    task {
        let mutable token = ClientToken.New()
        let mutable sent = false

        while not sent do
            try
                let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1004
                sent <- true
            with :? AppFlowException ->
                token <- ClientToken.New()
    }

let keptOn (label: string) =
    task {
        let mutable token = ClientToken.New()
        let mutable sent = false

        while not sent do
            try
                let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()
                sent <- true
            with :? AppFlowException as e ->
                token <- e.ClientToken
    }

let rec lastAttempt (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
        with e ->
            if n = 0 then
                return! Task.FromException<UpdateConnectorRegistrationResponse> e
            else
                return! lastAttempt label (n - 1)
    }

let rec inner (label: string) n =
    async {
        try
            return! ConnectorRegistration.Update(label).SendAsync() |> Async.AwaitTask //~ AFF1004
        with :? AggregateException as e when (e.InnerException :? AppFlowException) && n < 3 ->
            return! inner label (n + 1)
    }

let rec late (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync().WaitAsync(TimeSpan.FromSeconds 5.0) //~ AFF1004
        with :? TimeoutException when n < 3 ->
            return! late label (n + 1)
    }

let byAnOption (label: string) =
    let trySend () =
        task {
            try
                let! updated = ConnectorRegistration.Update(label).SendAsync()
                return Some updated
            with _ ->
                return None
        }

    let rec attempt n =
        task {
            match! trySend () with
            | Some updated -> return updated
            | None when n < 3 -> return! attempt (n + 1)
            | None -> return failwith "not sent"
        }

    attempt 1

let isTransient (e: exn) =
    match e with
    | :? ThrottlingException -> true
    | _ -> false

let rec byAPredicate (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
        with e when isTransient e && n < 3 ->
            return! byAPredicate label (n + 1)
    }

let isRefusal (e: exn) =
    match e with
    | :? ConflictException | :? AccessDeniedException -> true
    | _ -> false

let rec byARefusal (label: string) n =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync()
        with e when isRefusal e && n < 3 ->
            return! byARefusal label (n + 1)
    }

let putBack (labels: Queue<string>) =
    task {
        while labels.Count > 0 do
            let label = labels.Dequeue()

            try
                let! _ = ConnectorRegistration.Update(label).SendAsync()
                ()
            with :? AppFlowException ->
                labels.Enqueue label
    }

type Deployer(label: string) =
    let rec attempt n : Task<UpdateConnectorRegistrationResponse> =
        task {
            try
                return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
            with :? AppFlowException when n < 3 ->
                return! attempt (n + 1)
        }

    member _.Run() = attempt 1

    interface IDisposable with
        member _.Dispose() = ConnectorRegistration.Update().SendAsync() |> ignore //~ AFF2001

let expression () =
    { new IDisposable with
        member _.Dispose() = ConnectorRegistration.Update().SendAsync() |> ignore } //~ AFF2001

let (|Refusal|_|) (e: exn) =
    match e with
    | :? ConflictException -> Some()
    | _ -> None

let (|Passing|Lasting|) (e: exn) =
    match e with
    | :? AppFlowException as e when e.IsRetryable -> Passing
    | _ -> Lasting

// A pattern leaves in doubt what it is asked about; an arm before it is clear.
let rec clearBeforePattern (label: string) n : Task<UpdateConnectorRegistrationResponse> =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
        with
        | :? InternalServerException when n < 3 -> return! clearBeforePattern label (n + 1)
        | Refusal when n < 3 -> return! clearBeforePattern label (n + 1)
    }

let rec clearBeforeBoth (label: string) n : Task<UpdateConnectorRegistrationResponse> =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
        with
        | :? AppFlowTransportException when n < 3 -> return! clearBeforeBoth label (n + 1)
        | Passing when n < 3 -> return! clearBeforeBoth label (n + 1)
        | e -> return raise e
    }

let rec refusalBeforePattern (label: string) n : Task<UpdateConnectorRegistrationResponse> =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync()
        with
        | :? ConflictException when n < 3 -> return! refusalBeforePattern label (n + 1)
        | Passing when n < 3 -> return! refusalBeforePattern label (n + 1)
        | e -> return raise e
    }

let rec afterPattern (label: string) n : Task<UpdateConnectorRegistrationResponse> =
    task {
        try
            return! ConnectorRegistration.Update(label).SendAsync()
        with
        | Refusal -> return! Task.FromException<UpdateConnectorRegistrationResponse>(InvalidOperationException "refused")
        | _ when n < 3 -> return! afterPattern label (n + 1)
    }
