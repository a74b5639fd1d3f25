// What lacks a field is sent on purpose.
[<System.Diagnostics.CodeAnalysis.SuppressMessage("RequiredFields", "AFF2001")>]
module AppFlow.Fluent.FSharp.Tests.RequiredFieldTests

open System
open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

/// The error for an incomplete request; nothing may have been sent.
let private complaint (send: AppFlowClient -> Task) =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()
        let! e = Assert.ThrowsAsync<InvalidOperationException>(fun () -> send client)
        Assert.Empty appflow.Received
        return e.Message
    }

[<Fact>]
let ``an update without a label names the field and the call that sets it`` () =
    task {
        let! message = complaint (fun client -> ConnectorRegistration.Update().WithDescription("adds paging").SendAsync(client))
        Assert.Contains("connectorLabel", message)
        Assert.Contains("WithConnectorLabel", message)
    }

[<Fact>]
let ``a registration without a Lambda function names the field and the call that sets it`` () =
    task {
        let! message = complaint (fun client -> ConnectorRegistration.Register("orders").SendAsync(client))
        Assert.Contains("connectorProvisioningConfig", message)
        Assert.Contains("WithLambda", message)
    }

[<Fact>]
let ``a registration without anything names both fields at once`` () =
    task {
        let! message = complaint (fun client -> ConnectorRegistration.Register().SendAsync(client))
        Assert.Contains("connectorLabel", message)
        Assert.Contains("connectorProvisioningConfig", message)
    }
