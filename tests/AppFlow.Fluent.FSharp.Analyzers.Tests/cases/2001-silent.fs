// why: the field is set, or nobody can tell: by an entry point, a chain, an extension, a function, a parameter, a field.
module Cases.SetOrUnknown

open System.Threading.Tasks
open AppFlow.Fluent

let entry () = ConnectorRegistration.Update("orders").SendAsync()

let chain (arn: string) = ConnectorRegistration.Register().WithConnectorLabel("orders").WithLambda(arn).SendAsync()

let config (arn: string) =
    ConnectorRegistration.Register("orders").WithConnectorProvisioningConfig(ConnectorProvisioningConfig.ForLambda arn).SendAsync()

let parameter (request: UpdateConnectorRegistrationRequest) = request.WithDescription("adds paging").SendAsync()

let private complete (request: UpdateConnectorRegistrationRequest) = request.WithConnectorLabel "orders"

let byAFunction () = ConnectorRegistration.Update() |> complete |> _.SendAsync()

let byAFunctionBefore () =
    let request = complete (ConnectorRegistration.Update())
    request.SendAsync()

type UpdateConnectorRegistrationRequest with
    member request.For(team: string) = request.WithConnectorLabel team

let byAnExtension () = ConnectorRegistration.Update().For("orders").SendAsync()

type Deployer(template: UpdateConnectorRegistrationRequest) =
    let mutable last = template
    member _.Send() = template.SendAsync()
    member _.Again() = last.SendAsync()
    member _.Set(request) = last <- request

let folded (labels: string list) =
    let request = List.fold (fun (request: UpdateConnectorRegistrationRequest) label -> request.WithConnectorLabel label) (ConnectorRegistration.Update("orders")) labels
    request.SendAsync()

let unsent () = ConnectorRegistration.Update().WithDescription("a template")

let steps (configure: UpdateConnectorRegistrationRequest -> UpdateConnectorRegistrationRequest) =
    ConnectorRegistration.Update() |> configure |> _.SendAsync()

let inARecord (jobs: {| Request: UpdateConnectorRegistrationRequest |} list) = jobs |> List.map _.Request.SendAsync()

let othersHaveTheirs (label: string) =
    task {
        let! _ = ConnectorRegistration.Describe(label).SendAsync()
        let! _ = ConnectorRegistration.List().SendAsync()
        let! _ = ConnectorRegistration.Unregister(label).SendAsync()
        return ()
    }

let neverReached (label: string option) =
    let request =
        match label with
        | Some label -> ConnectorRegistration.Update label
        | None -> failwith "no label"

    request.SendAsync()
