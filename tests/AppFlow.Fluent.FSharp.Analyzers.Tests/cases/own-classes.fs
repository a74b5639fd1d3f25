// why: classes and records of the user's own take part by their attributes.
module Cases.OwnClasses

open System
open System.ComponentModel.DataAnnotations
open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Annotations

[<FluentRequest>]
type StartRunRequest private (name: string, note: string, token: string) =
    [<Required; StringLength(10, MinimumLength = 2)>]
    member _.Name = name

    [<RegularExpression("[a-z ]*")>]
    member _.Note = note

    [<IdempotencyToken>]
    member _.Token = token

    static member Create() = StartRunRequest(null, null, null)
    member _.WithName(name: string) = StartRunRequest(name, note, token)
    member _.WithNote(note: string) = StartRunRequest(name, note, token)
    member _.WithToken([<IdempotencyToken>] token: string) = StartRunRequest(name, note, token)
    member _.SendAsync() : Task<string> = Task.FromResult name

let missing () = StartRunRequest.Create().WithNote("nightly").SendAsync() //~ AFF2001

let somePath (name: string option) =
    let request = StartRunRequest.Create()

    let request =
        match name with
        | Some name -> request.WithName name
        | None -> request

    request.SendAsync() //~ AFF2002

let complete (name: string) = StartRunRequest.Create().WithName(name).WithNote("nightly").SendAsync()

let long () = StartRunRequest.Create().WithName("nightly and weekly").SendAsync() //~ AFF3001

let blank () = StartRunRequest.Create() |> _.WithName("") |> _.SendAsync() //~ AFF2003

let hardCoded (name: string) = StartRunRequest.Create().WithName(name).WithToken("town-run").SendAsync() //~ AFF1003

let shared (names: string list) (token: string) =
    names |> List.map (fun name -> StartRunRequest.Create().WithName(name).WithToken(token).SendAsync()) //~ AFF1002

let twice (name: string) = StartRunRequest.Create().WithName(name).WithNote("one").WithNote("two").SendAsync() //~ AFF4003

let unsent (name: string) =
    let request = StartRunRequest.Create().WithName(name) //~ AFF4002
    printfn "built"

let rec retried (name: string) n =
    task {
        try
            return! StartRunRequest.Create().WithName(name).WithToken(Guid.NewGuid().ToString()).SendAsync() //~ AFF1004
        with _ when n < 3 ->
            return! retried name (n + 1)
    }

type Client() =
    member _.DeployAsync(label: string, [<IdempotencyToken>] token: string, attempt: int) : Task<string> =
        Task.FromResult $"{label}{token}{attempt}"

let client = Client()

let byAMember () = client.DeployAsync("orders", "town-deploy", 1) //~ AFF1003

let sharedByAMember (labels: string list) (token: string) =
    task {
        for label in labels do
            let! _ = client.DeployAsync(label, token, 1) //~ AFF1002
            ()
    }

let sameAttempts (token: string) =
    task {
        for attempt in 1..3 do
            let! _ = client.DeployAsync("orders", token, attempt)
            ()
    }

let rec retriedMember (label: string) attempt =
    task {
        try
            return! client.DeployAsync(label, ClientToken.New(), attempt) //~ AFF1004
        with _ when attempt < 3 ->
            return! retriedMember label (attempt + 1)
    }

let rec retriedWithOne (label: string) (token: string) attempt =
    task {
        try
            return! client.DeployAsync(label, token, attempt)
        with _ when attempt < 3 ->
            return! retriedWithOne label token (attempt + 1)
    }

type Job =
    { Label: string
      [<IdempotencyToken>]
      Token: string }

let job () = { Label = "orders"; Token = "town-job" } //~ AFF1003

let clockJob () = { Label = "orders"; Token = DateTime.Now.ToString "yyyyMMddHHmm" } //~ AFF1005

let jobs (labels: string list) (token: string) = labels |> List.map (fun label -> { Label = label; Token = token }) //~ AFF1002

let jobOf (token: string) = { Label = "orders"; Token = token }

let deploy (label: string) ([<IdempotencyToken>] token: string) =
    ConnectorRegistration.Update(label).WithClientToken(token).SendAsync()

let throughTheWrapper () = deploy "orders" "town-wrapper" //~ AFF1001

let besideTheWrapper () = ConnectorRegistration.Update("billing").WithClientToken("town-wrapper").SendAsync() //~ AFF1001

let clockThroughTheWrapper () = deploy "orders" (DateTime.UtcNow.ToString "HHmmss") //~ AFF1005
