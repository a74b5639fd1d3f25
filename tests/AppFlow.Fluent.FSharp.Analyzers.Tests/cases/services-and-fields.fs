// why: classes, records, functions in between and indexed loops: what is known is judged, and what is not is left alone.
module Cases.ServicesAndFields

open System
open System.Collections.Generic
open System.Net.Http
open System.Threading
open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Annotations

// a service with injected things
type IStore =
    abstract Save: string -> Task
    abstract Load: unit -> Task<string option>

type Deployer(client: IAppFlowClient, store: IStore, label: string) =
    let template = ConnectorRegistration.Update label
    let mutable attempts = 0

    member _.Attempts = attempts

    member _.Send(description: string) =
        task {
            let request = template.WithDescription(description)
            let! updated = request.SendAsync(client)
            do! store.Save updated.ClientToken
            return updated.ConnectorArn
        }

    member this.Retry() =
        task {
            let mutable isDone = false

            while not isDone do
                try
                    let! _ = template.SendAsync(client)
                    isDone <- true
                with :? AppFlowException as e when e.IsRetryable ->
                    attempts <- attempts + 1
        }

    member _.Resume() =
        task {
            match! store.Load() with
            | Some token -> return! template.WithClientToken(token).SendAsync(client)
            | None ->
                let token = ClientToken.New()
                do! store.Save token
                return! template.WithClientToken(token).SendAsync(client)
        }

    member _.ResumeInALoop() =
        let rec attempt n =
            task {
                let! saved = store.Load()
                let token = saved |> Option.defaultWith ClientToken.New

                try
                    return! template.WithClientToken(token).SendAsync(client)
                with :? AppFlowException when n < 3 ->
                    return! attempt (n + 1)
            }

        attempt 1

module Fields =
    type Config =
        { Label: string option
          Arn: string
          Description: string }

    let ofConfig (config: Config) =
        let request = ConnectorRegistration.Register().WithLambda(config.Arn).WithDescription(config.Description)

        let request =
            match config.Label with
            | Some label -> request.WithConnectorLabel label
            | None -> request

        request.SendAsync() //~ AFF2002

    let ofConfigGuarded (config: Config) : Task =
        let request = ConnectorRegistration.Register().WithLambda(config.Arn)

        let request =
            match config.Label with
            | Some label -> request.WithConnectorLabel label
            | None -> request

        match config.Label with
        | Some _ -> request.SendAsync()
        | None -> Task.CompletedTask

    let ofConfigRequired (config: Config) =
        match config with
        | { Label = Some label } -> ConnectorRegistration.Register(label).WithLambda(config.Arn).SendAsync()
        | _ -> invalidArg (nameof config) "no label"

    let rec private result (label: string) : Result<string, string> = if label.Length > 1 then Ok label else Error "short"

    let validated (label: string) =
        result label
        |> function
            | Ok label -> ConnectorRegistration.Update(label: string).SendAsync() :> Task
            | Error _ -> ConnectorRegistration.Update().SendAsync() //~ AFF2001


    let builderSteps (steps: (UpdateConnectorRegistrationRequest -> UpdateConnectorRegistrationRequest) list) =
        let request = steps |> List.fold (fun request step -> step request) (ConnectorRegistration.Update())
        request.SendAsync()

    let pipelineIf condition (change: UpdateConnectorRegistrationRequest -> UpdateConnectorRegistrationRequest) request = if condition then change request else request

    let conditional (label: string option) =
        ConnectorRegistration.Update()
        |> pipelineIf label.IsSome _.WithConnectorLabel(label.Value)
        |> _.SendAsync()

    let applyLabel (label: string option) (request: UpdateConnectorRegistrationRequest) =
        match label with
        | Some label -> request.WithConnectorLabel label
        | None -> request

    let throughAFunction (label: string option) = ConnectorRegistration.Update() |> applyLabel label |> _.SendAsync()

    let arrays (labels: string array) =
        let requests = labels |> Array.map ConnectorRegistration.Update
        requests |> Array.map _.SendAsync() |> Task.WhenAll

    let arrayOfTemplates () =
        let requests = [| ConnectorRegistration.Update(); ConnectorRegistration.Update "orders" |]
        requests |> Array.map _.SendAsync()

    let tryParse (text: string) =
        let mutable size = 0
        let request = ConnectorRegistration.List()
        let request = if Int32.TryParse(text, &size) then request.WithMaxResults size else request
        request.SendAsync()

    let emptyString (label: string) =
        let request = ConnectorRegistration.Update()
        let request = if String.IsNullOrWhiteSpace label then request else request.WithConnectorLabel label
        request.SendAsync() //~ AFF2002

    let emptyStringGuarded (label: string) : Task =
        let request = ConnectorRegistration.Update()
        let request = if String.IsNullOrWhiteSpace label then request else request.WithConnectorLabel label
        if String.IsNullOrWhiteSpace label then Task.CompletedTask else request.SendAsync()

    let nestedIf a b (label: string) =
        let mutable request = ConnectorRegistration.Update()

        if a then
            if b then
                request <- request.WithConnectorLabel label
            else
                request <- request.WithConnectorLabel(label + "-b")
        else
            request <- request.WithConnectorLabel(label + "-c")

        request.SendAsync()

    let loopUntil (labels: string list) =
        let mutable request = ConnectorRegistration.Update()
        let mutable rest = labels

        while not rest.IsEmpty do
            request <- request.WithConnectorLabel rest.Head
            rest <- rest.Tail

        request.SendAsync() //~ AFF2002

    let rec build (labels: string list) (request: UpdateConnectorRegistrationRequest) =
        match labels with
        | [] -> request
        | label :: rest -> build rest (request.WithConnectorLabel label)

    let built (labels: string list) = (build labels (ConnectorRegistration.Update())).SendAsync()

    let usingClient (options: AppFlowClientOptions) =
        task {
            use client = new AppFlowClient(options)
            return! ConnectorRegistration.Register("orders").SendAsync(client) //~ AFF2001
        }

    let usingFunction (options: AppFlowClientOptions) =
        using (new AppFlowClient(options)) (fun client -> ConnectorRegistration.Update().SendAsync(client).Result) //~ AFF2001

    let asyncStart () = ConnectorRegistration.Update().SendAsync() |> Async.AwaitTask |> Async.Ignore |> Async.Start //~ AFF2001

    let continueWith () =
        ConnectorRegistration.Update("orders").SendAsync().ContinueWith(fun (_: Task<_>) -> ConnectorRegistration.Update().SendAsync()) //~ AFF2001

    let deferred () =
        let work = async { return! ConnectorRegistration.Update().SendAsync() |> Async.AwaitTask } //~ AFF2001
        work |> Async.RunSynchronously

    let unused () =
        let work () = ConnectorRegistration.Update().SendAsync() //~ AFF2001
        ()

    let traced (label: string) =
        let trace (request: UpdateConnectorRegistrationRequest) =
            printfn $"{request}"
            request

        ConnectorRegistration.Update().WithDescription(label) |> trace |> _.SendAsync() //~? AFF2001

    let tapped (label: string) =
        ConnectorRegistration.Update(label)
        |> fun request ->
            printfn $"{request}"
            request
        |> _.SendAsync()

module Tokens =
    let tokenOf (label: string) = $"tserv-{label}"

    let perLabel (labels: string list) =
        [ for label in labels -> ConnectorRegistration.Update(label).WithClientToken(tokenOf label).SendAsync() ]

    let firstOnly (labels: string list) (token: string) =
        task {
            for i, label in List.indexed labels do
                if i = 0 then
                    let! _ = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()
                    ()
        }

    let mutable current = "tserv-mutable"

    let ofMutable (label: string) = ConnectorRegistration.Update(label).WithClientToken(current).SendAsync()

    let lazyToken = lazy (ClientToken.New())

    let ofLazy (labels: string list) =
        labels |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(lazyToken.Value).SendAsync()) //~? AFF1002

    let moduleToken = ClientToken.New()

    let ofModule (labels: string list) =
        labels |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(moduleToken).SendAsync()) //~ AFF1002

    let choose kind =
        let token =
            match kind with
            | 1 -> "tserv-one"
            | _ -> failwith "no such kind"

        ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync() //~ AFF1003

    let orDefault (token: string | null) =
        let token = match token with null -> "tserv-default" | token -> token
        ConnectorRegistration.Update("orders").WithClientToken(token).SendAsync()

    let twoInOne () =
        Task.WhenAll
            [ ConnectorRegistration.Update("orders").WithClientToken("tserv-two").SendAsync() //~ AFF1001
              ConnectorRegistration.Update("billing").WithClientToken("tserv-two").SendAsync() ] //~ AFF1001

    let clockOfProvider (time: TimeProvider) (label: string) =
        ConnectorRegistration.Update(label).WithClientToken(time.GetUtcNow().ToUnixTimeSeconds().ToString()).SendAsync() //~ AFF1005

    let clockBesideName (label: string) =
        let now = DateTime.Now
        ConnectorRegistration.Update(label).WithClientToken($"{label}-{now.Hour}-{now.Minute}").SendAsync() //~ AFF1005

    let dateParts (label: string) =
        let today = DateTime.Today
        ConnectorRegistration.Update(label).WithClientToken($"{today.Year}-{today.Month}").SendAsync()

    let formatString (label: string) = ConnectorRegistration.Update(label).WithClientToken(String.Format("{0:yyyyMMddHH}", DateTime.UtcNow)).SendAsync() //~ AFF1005

    let allIndexed (labels: string list) (token: string) =
        for i, label in List.indexed labels do
            printfn $"{i}"
            ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore //~ AFF1002

    let oneByNumber (labels: string list) (token: string) =
        labels |> List.iteri (fun i label -> if i = 0 then ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore)
