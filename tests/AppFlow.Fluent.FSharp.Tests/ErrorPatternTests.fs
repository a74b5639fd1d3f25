module AppFlow.Fluent.FSharp.Tests.ErrorPatternTests

open System
open System.Net
open System.Net.Http
open System.Threading.Tasks
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

/// What a program might do about an update, from the special case to the general one.
let private verdict (client: AppFlowClient) =
    task {
        try
            let! _ = ConnectorRegistration.Update("orders").SendAsync(client)
            return "done"
        with
        | :? ConflictException as e when e.ErrorCode = "ConflictException" -> return "another update won"
        | :? ResourceNotFoundException -> return "register it first"
        | :? AccessDeniedException
        | :? ConnectorAuthenticationException -> return "ask for access"
        | :? ThrottlingException
        | :? ServiceQuotaExceededException -> return "slow down"
        | :? ValidationException as e -> return $"fix the input: {e.Message}"
        | :? AppFlowTransportException -> return "check the network"
        | :? AppFlowException as e when e.IsRetryable -> return "try later"
        | :? AppFlowException as e -> return $"give up on {e.ErrorCode}"
    }

[<Theory>]
[<InlineData(409, "ConflictException", "another update won")>]
[<InlineData(404, "ResourceNotFoundException", "register it first")>]
[<InlineData(403, "AccessDeniedException", "ask for access")>]
[<InlineData(401, "ConnectorAuthenticationException", "ask for access")>]
[<InlineData(429, "ThrottlingException", "slow down")>]
[<InlineData(402, "ServiceQuotaExceededException", "slow down")>]
[<InlineData(400, "ValidationException", "fix the input: No.")>]
[<InlineData(500, "InternalServerException", "try later")>]
[<InlineData(503, "SomethingUnheardOf", "try later")>]
[<InlineData(400, "SomethingUnheardOf", "give up on SomethingUnheardOf")>]
let ``errors are matched by type, specific types first`` (status: int) errorCode expected =
    task {
        use client = ScriptedService.clientRefusedWith (enum<HttpStatusCode> status) errorCode
        let! actual = verdict client
        Assert.Equal(expected, actual)
    }

[<Fact>]
let ``a lost connection differs from a refusal`` () =
    task {
        use client =
            ScriptedService.clientThatGets (fun _ -> Task.FromException<HttpResponseMessage>(HttpRequestException "No route to host"))

        let! actual = verdict client
        Assert.Equal("check the network", actual)
    }

[<Fact>]
let ``an error's properties can be filtered and printed`` () =
    task {
        use! appflow = AppFlowEmulator.StartAsync()
        use client = appflow.CreateClient()

        try
            let! updated = ConnectorRegistration.Update("no-such-connector").SendAsync(client)
            Assert.Fail $"{updated}"
        with :? AppFlowException as e when e.StatusCode = Nullable HttpStatusCode.NotFound ->
            Assert.Equal("ResourceNotFoundException", e.ErrorCode)
            Assert.Equal(Some HttpStatusCode.NotFound, Option.ofNullable e.StatusCode)
            Assert.Contains("no-such-connector", e.Message)
            Assert.True(e.RequestId |> Option.ofObj |> Option.isSome)
            Assert.Equal(1, e.Attempts)
            Assert.False e.IsRetryable
    }

/// The error code as a pattern, for programs that handle a code without its own exception type.
let private (|ErrorCode|_|) (e: exn) =
    match e with
    | :? AppFlowException as e -> Option.ofObj e.ErrorCode
    | _ -> None

[<Fact>]
let ``an active pattern over the error code takes one line`` () =
    task {
        use client = ScriptedService.clientRefusedWith HttpStatusCode.Forbidden "UnrecognizedClientException"

        let! verdict =
            task {
                try
                    let! updated = ConnectorRegistration.Update("orders").SendAsync(client)
                    return updated.ConnectorArn
                with
                | ErrorCode "ExpiredTokenException" -> return "sign in again"
                | ErrorCode "UnrecognizedClientException" -> return "wrong access key"
            }

        Assert.Equal("wrong access key", verdict)
    }
