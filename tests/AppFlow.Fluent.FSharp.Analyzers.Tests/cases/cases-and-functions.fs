// why: enumerations, unions, local functions, cells, events and dictionaries around a request.
module Cases.CasesAndFunctions

open System
open System.Collections.Generic
open System.Threading.Tasks
open AppFlow.Fluent

type Stage =
    | Live = 0
    | Rehearsal = 1

type Kind =
    | Small
    | Large of int

let enums stage =
    let request = ConnectorRegistration.Update()

    let request =
        match stage with
        | Stage.Live -> request.WithConnectorLabel "live"
        | Stage.Rehearsal -> request.WithConnectorLabel "rehearsal"
        | _ -> request

    request.SendAsync()

let byProperty (kind: Kind) : Task =
    let mutable request = ConnectorRegistration.Update()
    if kind.IsSmall then request <- request.WithConnectorLabel "small"
    if kind.IsSmall then request.SendAsync() else Task.CompletedTask

let localFunction () =
    let send (request: UpdateConnectorRegistrationRequest) = request.SendAsync() //~ AFF2001
    send (ConnectorRegistration.Update())

let localFunctionOfTwo () =
    let send (request: UpdateConnectorRegistrationRequest) = request.SendAsync() //~ AFF2002
    send (ConnectorRegistration.Update()) |> ignore
    send (ConnectorRegistration.Update "orders")

let cell (label: string) =
    let request = ref (ConnectorRegistration.Update())
    request.Value <- request.Value.WithConnectorLabel label
    request.Value.SendAsync()

let event (timer: System.Timers.Timer) = timer.Elapsed.Add(fun _ -> ConnectorRegistration.Update().SendAsync() |> ignore) //~ AFF2001

let inTaskRun () = Task.Run(fun () -> ConnectorRegistration.Update().SendAsync() :> Task) //~ AFF2001

let dictionary (lambdas: Dictionary<string, string>) (token: string) =
    task {
        for pair in lambdas do
            let! _ = ConnectorRegistration.Register(pair.Key).WithLambda(pair.Value).WithClientToken(token).SendAsync() //~ AFF1002
            ()
    }
