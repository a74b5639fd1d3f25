// why: each field is set once in a chain; what stands in another chain, in a branch or behind a function is not compared.
module Cases.SetOnce

open AppFlow.Fluent

let each (label: string) (arn: string) (token: string) =
    ConnectorRegistration.Register(label).WithLambda(arn).WithDescription("first").WithClientToken(token).SendAsync()

let completed (label: string) = ConnectorRegistration.Update().WithConnectorLabel(label).SendAsync()

let forced (label: string) = ConnectorRegistration.Unregister(label).WithForceDelete().WithForceDelete().SendAsync()

let twoStatements (label: string) =
    let request = ConnectorRegistration.Update(label).WithDescription("one")
    let request = request.WithDescription("two")
    request.SendAsync()

let branches isLive (label: string) =
    let request = ConnectorRegistration.Update(label)
    let request = if isLive then request.WithDescription("live") else request.WithDescription("rehearsal")
    request.SendAsync()

let twoRequests (one: string) (other: string) =
    ConnectorRegistration.Update(one).WithDescription("one").SendAsync(), ConnectorRegistration.Update(other).WithDescription("two").SendAsync()

let nested (label: string) =
    ConnectorRegistration.Update(label).WithDescription((ConnectorRegistration.Update("other").WithDescription("two")).ConnectorLabel).SendAsync()

type UpdateConnectorRegistrationRequest with
    member request.WithTeam(team: string) = request.WithDescription team

let extension (label: string) = ConnectorRegistration.Update(label).WithDescription("one").WithTeam("team").SendAsync()

let labelOfATemplate (template: UpdateConnectorRegistrationRequest) (label: string) = template.WithConnectorLabel(label).SendAsync()

let page (next: string) = ConnectorRegistration.List().WithMaxResults(10).WithNextToken(next).SendAsync()
