/// F# gets no diagnostics from Roslyn analyzers: values that they would report must throw when they are set.
module AppFlow.Fluent.FSharp.Tests.RefusedValueTests

open System
open AppFlow.Fluent
open Xunit

/// The parameter that the exception names, if any.
let private blamed (write: unit -> 'request) =
    try
        write () |> ignore
        None
    with :? ArgumentException as e ->
        Option.ofObj e.ParamName

/// What a caller without nullness checking can pass as a string.
let private nothing: unit -> string = fun () -> Unchecked.defaultof<string>

[<Fact>]
let ``an invalid label throws at every entry point`` () =
    for label in [ ""; "a"; "-orders"; "orders,invoices"; "bestellungen-für-alle"; String('a', 257); nothing () ] do
        Assert.Equal(Some "connectorLabel", blamed (fun () -> ConnectorRegistration.Update label))
        Assert.Equal(Some "connectorLabel", blamed (fun () -> ConnectorRegistration.Register label))
        Assert.Equal(Some "connectorLabel", blamed (fun () -> ConnectorRegistration.Unregister label))
        Assert.Equal(Some "connectorLabel", blamed (fun () -> ConnectorRegistration.Describe label))
        Assert.Equal(Some "connectorLabel", blamed (fun () -> ConnectorRegistration.Update().WithConnectorLabel(label)))

[<Theory>]
[<InlineData("adds paging, and filters")>]
[<InlineData("now: paging")>]
[<InlineData("\"paging\"")>]
[<InlineData("paging (beta)")>]
[<InlineData("größer")>]
let ``an invalid description throws`` description =
    Assert.Equal(Some "description", blamed (fun () -> ConnectorRegistration.Update("orders").WithDescription(description)))
    Assert.Equal(Some "description", blamed (fun () -> ConnectorRegistration.Register("orders").WithDescription(description)))

[<Fact>]
let ``a description may be empty and may have 1024 characters, not one more`` () =
    let request = ConnectorRegistration.Update "orders"
    Assert.Equal(None, blamed (fun () -> request.WithDescription("")))
    Assert.Equal(None, blamed (fun () -> request.WithDescription(String('a', 1024))))
    Assert.Equal(Some "description", blamed (fun () -> request.WithDescription(String('a', 1025))))
    Assert.Equal(Some "description", blamed (fun () -> request.WithDescription(nothing ())))

[<Fact>]
let ``an invalid client token throws`` () =
    for token in [ ""; "tök"; "line\nbreak"; String('t', 257); nothing () ] do
        Assert.Equal(Some "clientToken", blamed (fun () -> ConnectorRegistration.Update("orders").WithClientToken(token)))

[<Fact>]
let ``a blank operation id throws`` () =
    for id in [ ""; "   "; String('i', 257); nothing () ] do
        Assert.Equal(Some "operationId", blamed (fun () -> ConnectorRegistration.Update("orders").WithOperationId(id)))

[<Fact>]
let ``an invalid ARN throws`` () =
    for arn in [ ""; "orders-connector"; "arn:gcp:lambda:us-east-1:123456789012:function:orders"; nothing () ] do
        Assert.Equal(Some "lambdaArn", blamed (fun () -> ConnectorRegistration.Update("orders").WithLambda(arn)))
        Assert.Equal(Some "lambdaArn", blamed (fun () -> ConnectorProvisioningConfig.ForLambda arn))

[<Theory>]
[<InlineData(Int32.MinValue)>]
[<InlineData(0)>]
[<InlineData(101)>]
let ``a page size outside 1 to 100 throws`` maxResults =
    Assert.Equal(Some "maxResults", blamed (fun () -> ConnectorRegistration.List().WithMaxResults(maxResults)))

[<Fact>]
let ``a page token with white space throws`` () =
    for token in [ ""; "page 2"; nothing () ] do
        Assert.Equal(Some "nextToken", blamed (fun () -> ConnectorRegistration.List().WithNextToken(token)))

[<Fact>]
let ``the message says the rule, the character and where it is`` () =
    let e =
        Assert.Throws<ArgumentException>(fun () ->
            ConnectorRegistration.Update("orders").WithDescription("adds paging, and filters")
            |> ignore)

    Assert.Contains("','", e.Message)
    Assert.Contains("index 11", e.Message)
