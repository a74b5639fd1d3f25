// why: requests and tokens in the many places that F# has for them: the values decide, not the spelling.
module rec Cases.Mixed

open System
open System.Collections.Generic
open System.Threading
open System.Threading.Tasks
open System.Text.Json
open AppFlow.Fluent
open AppFlow.Fluent.Annotations

[<FluentRequest>]
type MutableRequest() =
    [<System.ComponentModel.DataAnnotations.Required>]
    member val Name: string = null with get, set

    [<IdempotencyToken>]
    member val Token: string = null with get, set

    member this.SendAsync() : Task<string> = Task.FromResult this.Name

let initialized (token: string) = MutableRequest(Name = "a", Token = token).SendAsync()

let forgotten (token: string) = MutableRequest(Token = token).SendAsync() //~ AFF2001

let later () =
    let request = MutableRequest()
    request.Name <- "nightly"
    request.SendAsync()

let changed (token: string) =
    task {
        let request = MutableRequest(Name = "one", Token = token) //~? AFF1002
        let! _ = request.SendAsync()
        request.Name <- "two"
        let! _ = request.SendAsync() //~? AFF1002
        return ()
    }

let hardCoded () = MutableRequest(Name = "one", Token = "tmixed-mutable").SendAsync() //~ AFF1003

// 1002
let viaClient (client: IAppFlowClient) (labels: string list) (token: string) =
    task {
        for label in labels do
            let request = ConnectorRegistration.Update(label).WithClientToken(token) //~ AFF1002
            let! _ = client.SendAsync request
            ()
    }

let constantInLoop (labels: string seq) =
    labels |> Seq.iter (fun label -> ConnectorRegistration.Update(label).WithClientToken("tmixed-loop").SendAsync() |> ignore) //~ AFF1002

let useMap (labels: string list) (token: string) =
    let send = fun label -> ConnectorRegistration.Update(label: string).WithClientToken(token).SendAsync() //~ AFF1002
    List.map send labels

let twoLoops (ones: string list) (others: string list) (token: string) =
    for label in ones do
        ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore //~ AFF1002

    for label in others do
        ConnectorRegistration.Register(label).WithLambda("arn:aws:lambda:us-east-1:123456789012:function:f").WithClientToken(token).SendAsync() |> ignore //~ AFF1002

let inWhile (reader: IO.TextReader) (token: string) =
    let mutable line = reader.ReadLine()

    while not (isNull line) do
        ConnectorRegistration.Update(line).WithClientToken(token).SendAsync().Wait() //~ AFF1002
        line <- reader.ReadLine()

let perTenant (tenants: (string * string) list) =
    [ for tenant, label in tenants do
          let token = $"run-{tenant}"
          ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() ]

let sameRequestTwice (label: string) (token: string) =
    task {
        let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()
        let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()
        return ()
    }

let earlyReturn (labels: string list) (token: string) =
    task {
        match labels with
        | first :: _ when first <> "" ->
            let! _ = ConnectorRegistration.Update(first).WithClientToken(token).SendAsync()
            return ()
        | _ -> return ()
    }

let tokensOfAnArray (labels: string array) (tokens: string array) =
    for i in 0 .. labels.Length - 1 do
        ConnectorRegistration.Update(labels[i]).WithClientToken(tokens[i]).SendAsync() |> ignore

let attempts (label: string) (token: string) =
    task {
        for _ in 1..3 do
            let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()
            ()
    }

let spelledAlike (label: string) (arn: string) (token: string) =
    task {
        let! _ = ConnectorRegistration.Register(label).WithLambda(arn).WithClientToken(token).SendAsync()
        let! _ = ConnectorRegistration.Register().WithConnectorLabel(label).WithConnectorProvisioningConfig(ConnectorProvisioningConfig.ForLambda arn).WithClientToken(token).SendAsync()
        return ()
    }

let byTryFind (labels: Map<string, string>) (name: string) (token: string) =
    match Map.tryFind name labels with
    | Some label -> Some(ConnectorRegistration.Update(label).WithClientToken(token).SendAsync())
    | None -> None

let rec walk (token: string) (node: JsonElement) : unit =
    ConnectorRegistration.Update(node.GetString()).WithClientToken(token).SendAsync() |> ignore //~? AFF1002

    for child in node.EnumerateArray() do
        walk token child

// literals
let parts (labels: string list) =
    let prefix = "tmixed-parts"
    labels |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(prefix + "-" + label).SendAsync())

// 2001
let recordOfRequests () =
    let requests = {| Update = ConnectorRegistration.Update() |}
    requests.Update.SendAsync() //~? AFF2001

let tuple () =
    let request, label = ConnectorRegistration.Update(), "orders"
    printfn $"{label}"
    request.SendAsync() //~ AFF2001

let option () =
    let request = Some(ConnectorRegistration.Update())

    match request with
    | Some request -> request.SendAsync() //~ AFF2001
    | None -> failwith "none"

let parallelOnes () =
    Array.Parallel.map (fun (description: string) -> ConnectorRegistration.Update().WithDescription(description).SendAsync().Result) [| "a"; "b" |] //~ AFF2001

let afterALog () =
    let request = ConnectorRegistration.Register "orders"
    printfn "%A" request
    Console.WriteLine request
    request.SendAsync() //~ AFF2001

let withDefault (label: string) =
    let request = ConnectorRegistration.Update()
    let request = match label with null | "" -> request.WithConnectorLabel "orders" | label -> request.WithConnectorLabel label
    request.SendAsync()

let viaId () = ConnectorRegistration.Update() |> id |> _.SendAsync() //~? AFF2001

let twoMissing () = ConnectorRegistration.Register().SendAsync() //~ AFF2001

let partly (arn: string option) =
    let request = ConnectorRegistration.Register "orders"
    let request = match arn with Some arn -> request.WithLambda arn | None -> request
    request.SendAsync() //~ AFF2002

let whileSet (labels: Queue<string>) =
    let mutable request = ConnectorRegistration.Update()
    while labels.Count > 0 do
        request <- request.WithConnectorLabel(labels.Dequeue())
    request.SendAsync() //~ AFF2002

let tryFinally () =
    let mutable request = ConnectorRegistration.Update()
    try
        request <- request.WithConnectorLabel "orders"
    finally
        printfn "done"
    request.SendAsync()

let dispatch (kind: string) =
    match kind with
    | "update" -> ConnectorRegistration.Update().SendAsync() :> Task //~ AFF2001
    | "register" -> ConnectorRegistration.Register("orders").WithLambda("arn:aws:lambda:us-east-1:123456789012:function:f").SendAsync()
    | "list" -> ConnectorRegistration.List().SendAsync()
    | _ -> Task.CompletedTask

let nestedMatch (a: string option) (b: string option) =
    let request =
        match a, b with
        | Some label, _
        | None, Some label -> ConnectorRegistration.Update label
        | None, None -> ConnectorRegistration.Update()
    request.SendAsync() //~ AFF2002

let nestedMatchGuarded (a: string option) (b: string option) : Task =
    let request =
        match a, b with
        | Some label, _
        | None, Some label -> ConnectorRegistration.Update label
        | None, None -> ConnectorRegistration.Update()
    if a.IsSome || b.IsSome then request.SendAsync() else Task.CompletedTask

let stringSwitch (stage: string) =
    match stage with
    | "live" | "prod" -> ConnectorRegistration.Update "orders"
    | "test" -> ConnectorRegistration.Update "orders-test"
    | other -> invalidArg (nameof stage) other
    |> _.SendAsync()

let exitEarly (args: string array) =
    if args.Length = 0 then
        exit 1

    ConnectorRegistration.Update(args[0]).SendAsync()

let exitInArm (args: string array) =
    let request =
        match args with
        | [| label |] -> ConnectorRegistration.Update label
        | _ ->
            eprintfn "usage: label"
            exit 2
    request.SendAsync()

let whenNone (label: string option) =
    let request = ConnectorRegistration.Update()
    let request = if Option.isSome label then request.WithConnectorLabel(Option.get label) else request
    if Option.isNone label then Task.CompletedTask else request.SendAsync() :> Task

let inBoth (label: string voption) =
    let request = ConnectorRegistration.Update()
    let request =
        match label with
        | ValueSome label -> request.WithConnectorLabel label
        | ValueNone -> request
    request.SendAsync() //~ AFF2002

let orElse (a: string option) (b: string option) =
    match a |> Option.orElse b with
    | Some label -> ConnectorRegistration.Update label
    | None -> ConnectorRegistration.Update().WithDescription "none"
    |> _.SendAsync() //~ AFF2002
