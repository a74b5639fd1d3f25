// why: everything that `task` and `async` have around a send: the rules see through it.
module Cases.Computations

open System
open System.IO
open System.Threading
open System.Threading.Tasks
open AppFlow.Fluent

let matchBang (labels: Task<string option>) =
    task {
        match! labels with
        | Some label -> return! ConnectorRegistration.Update(label).SendAsync()
        | None -> return! ConnectorRegistration.Update().SendAsync() //~ AFF2001
    }

let useBang (path: string) =
    task {
        use reader = File.OpenText path
        let! label = reader.ReadToEndAsync()
        let request = if label.Length > 1 then ConnectorRegistration.Update label else ConnectorRegistration.Update()
        let! updated = request.SendAsync() //~ AFF2002
        return updated.ConnectorArn
    }

let finallyInATask (label: string) =
    task {
        try
            let! updated = ConnectorRegistration.Register(label).SendAsync() //~ AFF2001
            return updated.ConnectorArn
        finally
            printfn "done"
    }

let background (labels: string list) (token: string) =
    backgroundTask {
        for label in labels do
            let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1002
            ()
    }

let forInAsync (labels: string list) (token: string) =
    async {
        for label in labels do
            do! ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> Async.AwaitTask |> Async.Ignore //~ AFF1002
    }

let forTo (labels: string array) (token: string) =
    async {
        for i = 0 to labels.Length - 1 do
            let! _ = ConnectorRegistration.Update(labels[i]).WithClientToken(token).SendAsync() |> Async.AwaitTask //~ AFF1002
            ()
    }

let startChild () =
    async {
        let! child = ConnectorRegistration.Update().SendAsync() |> Async.AwaitTask |> Async.StartChild //~ AFF2001
        let! updated = child
        return updated.ConnectorArn
    }

let parallelOfTwo (token: string) =
    [ async { return! ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync() |> Async.AwaitTask }
      async { return! ConnectorRegistration.Update("billing").WithClientToken(token).SendAsync() |> Async.AwaitTask } ] //~ AFF1002
    |> Async.Parallel

let nested (label: string) =
    task {
        let! arn =
            task {
                let! updated = ConnectorRegistration.Update().WithDescription(label).SendAsync() //~ AFF2001
                return updated.ConnectorArn
            }

        return arn
    }

let andBang (token: string) =
    task {
        let! orders = ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync()
        and! billing = ConnectorRegistration.Update("billing").WithClientToken(token).SendAsync() //~ AFF1002
        return orders.ConnectorArn, billing.ConnectorArn
    }

let whileInAsync (label: string) =
    async {
        let mutable arn = None

        while arn.IsNone do
            try
                let! updated = ConnectorRegistration.Update(label).SendAsync() |> Async.AwaitTask //~ AFF1004
                arn <- Some updated.ConnectorArn
            with :? AggregateException ->
                do! Async.Sleep 1000

        return arn
    }

let cancellable (label: string) (token: CancellationToken) =
    task {
        let rec attempt n =
            task {
                try
                    return! ConnectorRegistration.Update(label).SendAsync(cancellationToken = token) //~ AFF1004
                with
                | :? OperationCanceledException -> return! Task.FromCanceled<UpdateConnectorRegistrationResponse> token
                | :? AppFlowException as e when e.IsRetryable && n < 3 ->
                    do! Task.Delay(TimeSpan.FromSeconds(float n), token)
                    return! attempt (n + 1)
            }

        return! attempt 1
    }

let ifInTheMiddle (label: string) verbose =
    task {
        let request = ConnectorRegistration.Update label

        if verbose then
            printfn $"{request}"
            do! Task.Delay 10

        let! updated = request.WithClientToken("tcomp-middle").SendAsync() //~ AFF1003
        return updated.ConnectorArn
    }

let returnedFromAll (labels: string list) =
    task {
        let! all = labels |> List.map (fun label -> ConnectorRegistration.Register(label).SendAsync()) |> Task.WhenAll //~ AFF2001
        return all.Length
    }

let blocked () =
    let updated = (task { return! ConnectorRegistration.Update().SendAsync() }).Result //~ AFF2001
    updated.ConnectorArn
