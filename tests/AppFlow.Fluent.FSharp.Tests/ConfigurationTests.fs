module AppFlow.Fluent.FSharp.Tests.ConfigurationTests

open System
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

/// A readable line; members that the service omitted are described, not null.
let private summary (connector: ConnectorConfiguration) =
    let description =
        match connector.ConnectorDescription with
        | null -> "no description"
        | text -> text

    let lambda =
        match connector.ConnectorProvisioningConfig with
        | null -> "no function"
        | config -> config.Lambda.LambdaArn

    let registered =
        match Option.ofNullable connector.RegisteredAt with
        | Some date -> $"since {date.Year}"
        | None -> "never registered"

    $"{description}, {lambda}, {registered}"

[<Fact>]
let ``an empty answer has nulls to match and empty lists to iterate`` () =
    task {
        use client = ScriptedService.clientThatGetsJson """{"connectorConfiguration":{}}"""
        let! connector = Orders.describe client

        Assert.Equal("no description, no function, never registered", summary connector)
        Assert.Equal(None, Option.ofNullable connector.ConnectorType)
        Assert.Empty connector.SupportedTriggerTypes
        Assert.Empty connector.ConnectorRuntimeSettings
    }

[<Fact>]
let ``a full answer fills every property`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()

        let! _ =
            Orders.Label
            |> ConnectorRegistration.Register
            |> _.WithLambda(Orders.Lambda)
            |> _.WithDescription("first version")
            |> _.SendAsync(client)

        let! connector = Orders.describe client
        Assert.StartsWith($"first version, {Orders.Lambda}, since ", summary connector)
    }

[<Fact>]
let ``the service's enumerations compare with =`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        do! Orders.register client
        let! connector = Orders.describe client

        Assert.True((ConnectorRegistration.Describe("orders").ConnectorType = ConnectorType.CustomConnector))
        Assert.True((connector.ConnectorType = Nullable ConnectorType.CustomConnector))
        Assert.True((Option.ofNullable connector.ConnectorType = Some ConnectorType.CustomConnector))
        Assert.True((connector.ConnectorType <> Nullable ConnectorType.Salesforce))
        Assert.True(connector.SupportedTriggerTypes |> Seq.contains TriggerType.Scheduled)
        Assert.False(connector.SupportedTriggerTypes |> Seq.contains TriggerType.Event)
    }

[<Fact>]
let ``a value that this version does not know is kept`` () =
    task {
        use client = ScriptedService.clientThatGetsJson """{"connectorConfiguration":{"connectorType":"Quantum"}}"""
        let! connector = Orders.describe client

        let known =
            match Option.ofNullable connector.ConnectorType with
            | Some kind when kind = ConnectorType.CustomConnector -> "custom"
            | Some kind -> kind.Value
            | None -> "none"

        Assert.Equal("Quantum", known)
        Assert.True((connector.ConnectorType = Nullable(ConnectorType "Quantum")))
    }

[<Fact>]
let ``nested parts that may be absent are reached with Option`` () =
    let scopes (connector: ConnectorConfiguration) =
        connector.AuthenticationConfig
        |> Option.ofObj
        |> Option.bind (fun authentication -> Option.ofObj authentication.OAuth2Defaults)
        |> Option.map (fun defaults -> List.ofSeq defaults.OAuthScopes)
        |> Option.defaultValue []

    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        use forgetful = ScriptedService.clientThatGetsJson """{"connectorConfiguration":{"authenticationConfig":{}}}"""
        do! Orders.register client
        let! connector = Orders.describe client
        let! bare = Orders.describe forgetful

        Assert.Equal<string list>([ "read"; "write" ], scopes connector)
        Assert.Equal<string list>([], scopes bare)
    }
