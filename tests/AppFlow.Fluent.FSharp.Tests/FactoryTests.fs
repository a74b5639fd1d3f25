module AppFlow.Fluent.FSharp.Tests.FactoryTests

open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

[<Fact>]
let ``Describe is a function from a label to a request`` () =
    let requests = [ "orders"; "invoices" ] |> List.map ConnectorRegistration.Describe
    Assert.Equal<string list>([ "orders"; "invoices" ], requests |> List.map _.ConnectorLabel)

[<Fact>]
let ``Unregister is a function from a label to a request`` () =
    let requests = [ "orders"; "invoices" ] |> List.map ConnectorRegistration.Unregister
    Assert.Equal<string list>([ "orders"; "invoices" ], requests |> List.map _.ConnectorLabel)

[<Fact>]
let ``Update and Register are functions too, although each also has an overload without a label`` () =
    let updates = [ "orders"; "invoices" ] |> List.map ConnectorRegistration.Update
    let registrations = [ "orders"; "invoices" ] |> List.map ConnectorRegistration.Register
    Assert.Equal<(string | null) list>([ "orders"; "invoices" ], updates |> List.map _.ConnectorLabel)
    Assert.Equal<(string | null) list>([ "orders"; "invoices" ], registrations |> List.map _.ConnectorLabel)

[<Fact>]
let ``a factory has a plain function type`` () =
    let update: string -> UpdateConnectorRegistrationRequest = ConnectorRegistration.Update
    let template: unit -> UpdateConnectorRegistrationRequest = ConnectorRegistration.Update
    Assert.Equal(update "orders", template().WithConnectorLabel("orders"))

[<Fact>]
let ``factories and With compose`` () =
    let addPaging = ConnectorRegistration.Update >> _.WithDescription("adds paging")
    Assert.Equal("orders: adds paging", (let request = addPaging "orders" in $"{request.ConnectorLabel}: {request.Description}"))

[<Fact>]
let ``steps kept in a list fold into a request`` () =
    let steps: (UpdateConnectorRegistrationRequest -> UpdateConnectorRegistrationRequest) list =
        [ _.WithDescription("adds paging")
          _.WithLambda(Orders.OtherLambda)
          _.WithOperationId("release-42") ]

    let request =
        (ConnectorRegistration.Update "orders", steps)
        ||> List.fold (fun request step -> step request)

    let written =
        ConnectorRegistration
            .Update("orders")
            .WithDescription("adds paging")
            .WithLambda(Orders.OtherLambda)
            .WithOperationId("release-42")

    Assert.Equal(written, request)

[<Fact>]
let ``mapped requests are sent together`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        let labels = [ "orders"; "invoices"; "customers" ]

        for label in labels do
            do! Orders.registerAs client label

        let! answers =
            labels
            |> List.map (ConnectorRegistration.Describe >> _.SendAsync(client))
            |> Task.WhenAll

        Assert.Equal<(string | null) list>(labels, [ for answer in answers -> answer.ConnectorConfiguration.ConnectorLabel ])
    }
