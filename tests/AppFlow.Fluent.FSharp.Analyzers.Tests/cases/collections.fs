// why: functions over collections run their function for each item; those over options and results at most once.
module Cases.OverCollections

open System.Linq
open System.Threading.Tasks
open AppFlow.Fluent

let update (token: string) (label: string) = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()

let collected (groups: string list list) (token: string) =
    groups |> List.collect (List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())) //~ AFF1002

let chosen (labels: string option list) (token: string) =
    labels |> List.choose (Option.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())) //~ AFF1002

let overAMap (lambdas: Map<string, string>) (token: string) =
    lambdas
    |> Map.iter (fun label arn -> ConnectorRegistration.Register(label).WithLambda(arn).WithClientToken(token).SendAsync() |> ignore) //~ AFF1002

let overTwo (labels: string list) (descriptions: string list) (token: string) =
    (labels, descriptions)
    ||> List.map2 (fun label description -> ConnectorRegistration.Update(label).WithDescription(description).WithClientToken(token).SendAsync()) //~ AFF1002

let sequence (labels: string seq) (token: string) =
    seq {
        for label in labels do
            yield ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1002
    }

let arrayOf (labels: string seq) (token: string) =
    [| for label in labels do
           if label <> "" then
               ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |] //~ AFF1002

let numbered (count: int) (token: string) =
    List.init count (fun i -> ConnectorRegistration.Update($"orders-{i}").WithClientToken(token).SendAsync()) //~ AFF1002

let range (token: string) =
    task {
        for i in 1..5 do
            let! _ = ConnectorRegistration.Update($"orders-{i}").WithClientToken(token).SendAsync() //~ AFF1002
            ()
    }

let linq (labels: string seq) (token: string) =
    labels.Select(fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()).ToList() //~ AFF1002

let inParallel (labels: string array) (token: string) =
    Parallel.ForEach(labels, fun (label: string) -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync().Wait()) |> ignore //~ AFF1002

let folded (labels: string list) (token: string) =
    labels
    |> List.fold
        (fun (previous: Task) label ->
            task {
                do! previous
                let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1002
                return ()
            })
        Task.CompletedTask

let patternLambda (jobs: (string * string) list) (token: string) =
    jobs
    |> List.map (function
        | label, "" -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1002
        | label, description -> ConnectorRegistration.Update(label).WithDescription(description).WithClientToken(token).SendAsync()) //~ AFF1002

let ofAResult (label: Result<string, exn>) (token: string) =
    label |> Result.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())

let found (labels: string list) (token: string) =
    labels |> List.tryHead |> Option.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())

let locked (gate: obj) (label: string) (token: string) =
    lock gate (fun () -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync().Result)

let lazily (label: string) (token: string) =
    let update = lazy (ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())
    update.Force()

let zipped (labels: string list) =
    let tokens = labels |> List.map (fun _ -> ClientToken.New())

    List.zip labels tokens
    |> List.map (fun (label, token) -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())

let grouped (jobs: (string * string) list) =
    jobs
    |> List.groupBy fst
    |> List.iter (fun (token, jobs) ->
        for _, label in jobs do
            ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore) //~ AFF1002

let filteredToOne (labels: string seq) (token: string) =
    labels
    |> Seq.filter ((=) "orders")
    |> Seq.iter (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore) //~? AFF1002

let checkedInside (labels: string list) (wanted: string) (token: string) =
    for label in labels do
        match label with
        | label when label = wanted -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore
        | _ -> ()

let ofTheFunction (labels: string list) (token: string) = labels |> List.map (update token)
