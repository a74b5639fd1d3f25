module FSharpBoth.Program

open AppFlow.Fluent

let billing () = ConnectorRegistration.Update("billing") |> _.WithClientToken("release") |> _.SendAsync()   // AFF1001

let publish (client: IAppFlowClient) = ConnectorRegistration.Update() |> _.WithDescription("adds paging") |> _.SendAsync(client)   // AFF2001
