// why: the token stays the same while a loop, or a function that is run for each item, sends different requests.
module Cases.SharedInLoops

open System.Collections.Generic
open System.Threading.Tasks
open AppFlow.Fluent

let whileLoop (labels: Queue<string>) =
    task {
        let token = ClientToken.New()

        while labels.Count > 0 do
            let label = labels.Dequeue()
            let! updated = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1002
            printfn $"{updated.ConnectorArn}"
    }

let plainFor (labels: string list) (token: string) =
    for label in labels do
        ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore //~ AFF1002

let iterated (labels: string seq) =
    let token = ClientToken.New()
    labels |> Seq.iter (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync().Wait()) //~ AFF1002

let mapped (labels: string array) (token: string) =
    labels
    |> Array.map (fun label ->
        label
        |> ConnectorRegistration.Update
        |> _.WithClientToken(token) //~ AFF1002
        |> _.SendAsync())
    |> Task.WhenAll

let parallel' (labels: string array) (token: string) =
    labels |> Array.Parallel.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync().Result) //~ AFF1002

let composed (labels: string list) (token: string) =
    labels
    |> List.map (ConnectorRegistration.Update >> _.WithClientToken(token) >> _.SendAsync()) //~ AFF1002
    |> Task.WhenAll

let comprehended (labels: string list) (token: string) =
    [ for label in labels -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() ] //~ AFF1002

let parallelAsync (labels: string list) =
    let token = ClientToken.New()

    labels
    |> List.map (fun label ->
        async {
            let! updated = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> Async.AwaitTask //~ AFF1002
            return updated.ConnectorArn
        })
    |> Async.Parallel

let indexed (labels: string list) (token: string) =
    labels |> List.iteri (fun i label -> ConnectorRegistration.Update($"{label}-{i}").WithClientToken(token).SendAsync() |> ignore) //~ AFF1002

let namedFunction (labels: string list) (token: string) =
    let update label = ConnectorRegistration.Update(label: string).WithClientToken(token).SendAsync() //~ AFF1002
    labels |> List.map update |> Task.WhenAll

let recursive (token: string) (labels: string list) =
    let rec next labels =
        task {
            match labels with
            | [] -> return ()
            | label :: rest ->
                let! updated = ConnectorRegistration.Update(label: string).WithClientToken(token).SendAsync() //~ AFF1002
                printfn $"{updated.ConnectorArn}"
                return! next rest
        }

    next labels

let partial (labels: string list) =
    let update (token: string) (label: string) = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() //~ AFF1002
    let withOne = update (ClientToken.New())
    labels |> List.map withOne |> Task.WhenAll
