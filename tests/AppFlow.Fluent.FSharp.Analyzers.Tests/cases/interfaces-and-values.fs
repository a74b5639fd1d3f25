// why: class values, interfaces with marked parameters, computed and nested values.
module Cases.InterfacesAndValues

open System
open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Annotations

type ClassValue() =
    let token = "tiface-class"
    member _.Send(label: string) = ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()

type IDeployer =
    abstract Deploy: label: string * [<IdempotencyToken>] token: string -> Task

let byAnInterface (deployer: IDeployer) = deployer.Deploy("orders", "tiface-one") //~ AFF1003

let twiceByAnInterface (deployer: IDeployer) (token: string) =
    task {
        do! deployer.Deploy("orders", token)
        do! deployer.Deploy("billing", token) //~ AFF1002
    }

let rec retriedInterface (deployer: IDeployer) (label: string) n : Task =
    task {
        try
            do! deployer.Deploy(label, Guid.NewGuid().ToString()) //~ AFF1004
        with _ when n < 3 ->
            do! retriedInterface deployer label (n + 1)
    }

type Implementation() =
    interface IDeployer with
        member _.Deploy(label, token) =
            ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()

type Options = { Label: string; Token: string }

let defaults = { Label = "orders"; Token = "tiface-record" }

let ofARecord () = ConnectorRegistration.Update(defaults.Label).WithClientToken(defaults.Token).SendAsync()

let printedConstant (label: string) = ConnectorRegistration.Update(label).WithClientToken(sprintf "tiface-%s" "printed").SendAsync() //~ AFF1003

let optionOfConstant (label: string) =
    match Some "tiface-option" with
    | Some token -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()
    | None -> ConnectorRegistration.Update(label).SendAsync()

let tokenOfEnum (label: string) (day: DayOfWeek) = ConnectorRegistration.Update(label).WithClientToken(string day).SendAsync()

let updateIf condition (label: string) : Task =
    if condition then
        let request = ConnectorRegistration.Update label
        request.SendAsync()
    else
        Task.CompletedTask

let delegated (label: string) =
    let work = Func<Task>(fun () -> ConnectorRegistration.Update().WithDescription(label).SendAsync()) //~ AFF2001
    work.Invoke()

let tupled (labels: (string * int) list) (token: string) =
    for label, size in labels do
        if size > 3 then
            ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore //~ AFF1002

let firstMatch (labels: string list) (token: string) =
    labels
    |> List.tryPick (fun label -> if label.StartsWith "o" then Some(ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()) else None) //~? AFF1002

let yielded (labels: string list) (token: string) =
    seq {
        yield! labels |> Seq.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()) //~ AFF1002
    }

let rec retriedByFunction =
    function
    | label, 0 -> ConnectorRegistration.Update(label: string).SendAsync()
    | label, n ->
        task {
            try
                return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
            with :? AppFlowTransportException ->
                return! retriedByFunction (label, n - 1)
        }

let nestedTry (label: string) =
    let rec attempt n =
        task {
            try
                try
                    return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
                finally
                    printfn $"attempt {n}"
            with :? AppFlowException as e when e.IsRetryable && n < 3 ->
                return! attempt (n + 1)
        }

    attempt 1

let logsTheToken (label: string) =
    let rec attempt n =
        task {
            try
                return! ConnectorRegistration.Update(label).SendAsync() //~ AFF1004
            with :? AppFlowException as e when n < 3 ->
                eprintfn $"{e.ClientToken} failed"
                return! attempt (n + 1)
        }

    attempt 1

let rec handsTheTokenOn (label: string) (token: string option) n =
    task {
        let request = ConnectorRegistration.Update label
        let request = match token with Some token -> request.WithClientToken token | None -> request

        try
            return! request.SendAsync()
        with :? AppFlowException as e when e.IsRetryable && n < 3 ->
            return! handsTheTokenOn label (Some e.ClientToken) (n + 1)
    }

let sharedTemplate (labels: string list) =
    let template = ConnectorRegistration.Update().WithClientToken(ClientToken.New()) //~ AFF1002
    labels |> List.map (template.WithConnectorLabel >> _.SendAsync())

let valueOption (label: string voption) (token: string) =
    label |> ValueOption.iter (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync() |> ignore)

let readInALoop (token: string) =
    let mutable label = Console.ReadLine()

    while not (String.IsNullOrEmpty label) do
        ConnectorRegistration.Update(label).WithClientToken(token).SendAsync().Wait() //~ AFF1002
        label <- Console.ReadLine()

let idBeforeTheLoop (labels: string list) =
    let id = Guid.NewGuid().ToString()
    labels |> List.map (fun label -> ConnectorRegistration.Update(label).WithOperationId(id).SendAsync()) //~ AFF1006

let pageLoop () =
    task {
        let mutable next: string | null = null
        let mutable more = true

        while more do
            let request = ConnectorRegistration.List().WithMaxResults(20)
            let request = match next with null -> request | token -> request.WithNextToken token
            let! page = request.SendAsync()
            next <- page.NextToken
            more <- not (isNull next)
    }
