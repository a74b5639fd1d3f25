// why: a required field is set on no path that reaches the send.
module Cases.NeverSet

open System.Threading.Tasks
open AppFlow.Fluent

let update () = ConnectorRegistration.Update().SendAsync() //~ AFF2001

let register () = ConnectorRegistration.Register().WithDescription("first version").SendAsync() //~ AFF2001

let noConfig (label: string) = label |> ConnectorRegistration.Register |> _.SendAsync() //~ AFF2001

let stepByStep () =
    let request = ConnectorRegistration.Update()
    let request = request.WithDescription "adds paging"
    task {
        let! updated = request.SendAsync() //~ AFF2001
        return updated.ConnectorArn
    }

let inAsync () =
    async {
        let request = ConnectorRegistration.Register("orders")
        return! request.SendAsync() |> Async.AwaitTask //~ AFF2001
    }

let closure () =
    let template = ConnectorRegistration.Update()
    let send () = template.WithDescription("adds paging").SendAsync() //~ AFF2001
    send ()

let composed = ConnectorRegistration.Register >> _.WithDescription("adds paging") >> _.SendAsync() //~ AFF2001

let withAClient (client: IAppFlowClient) =
    ConnectorRegistration.Update()
    |> _.WithOperationId("release-42")
    |> _.SendAsync(client) //~ AFF2001

let sentByTheClient (client: IAppFlowClient) = client.SendAsync(ConnectorRegistration.Update()) //~ AFF2001

let matched kind =
    let request =
        match kind with
        | 1 -> ConnectorRegistration.Update().WithDescription("one")
        | 2 -> ConnectorRegistration.Update().WithDescription("two")
        | _ -> ConnectorRegistration.Update()

    request.SendAsync() //~ AFF2001

let inATry () =
    try
        ConnectorRegistration.Update().SendAsync().Result.ConnectorArn //~ AFF2001
    with _ ->
        ""

type UpdateConnectorRegistrationRequest with
    member request.WithTeam() = request.WithDescription "team"

let byAnExtension () = ConnectorRegistration.Update().WithTeam().SendAsync() //~ AFF2001

type Deployer() =
    member _.Send() = ConnectorRegistration.Update().SendAsync() //~ AFF2001
    static member SendAll(descriptions: string list) =
        descriptions |> List.map (fun description -> ConnectorRegistration.Update().WithDescription(description).SendAsync()) //~ AFF2001
