// why: a field is set twice in one chain: the first value is lost.
module Cases.SetTwice

open AppFlow.Fluent

let description (label: string) =
    ConnectorRegistration.Update(label).WithDescription("one").WithDescription("two").SendAsync() //~ AFF4003

let label () =
    ConnectorRegistration.Update("orders") //~ AFF4003
        .WithConnectorLabel("billing")
        .SendAsync()

let piped (label: string) (token: string) =
    label
    |> ConnectorRegistration.Update
    |> _.WithClientToken(token) //~ AFF4003
    |> _.WithDescription("adds paging")
    |> _.WithClientToken(token + "-2")
    |> _.SendAsync()

let tokenAndId (label: string) (token: string) =
    label
    |> ConnectorRegistration.Update
    |> _.WithClientToken(token) //~ AFF4003
    |> _.WithOperationId("release-42")
    |> _.SendAsync()

let lambdaAndConfig (label: string) (arn: string) (config: ConnectorProvisioningConfig) =
    ConnectorRegistration.Register(label)
    |> _.WithLambda(arn) //~ AFF4003
    |> _.WithConnectorProvisioningConfig(config)
    |> _.SendAsync()

let template (label: string) =
    let template = ConnectorRegistration.Update(label).WithDescription("one").WithDescription("two") //~ AFF4003
    template.SendAsync()

let composed: string -> UpdateConnectorRegistrationRequest =
    ConnectorRegistration.Update >> _.WithDescription("one") >> _.WithDescription("two") //~ AFF4003

let pages () = ConnectorRegistration.List().WithMaxResults(10).WithMaxResults(20).SendAsync() //~ AFF4003
