/// A service whose answers a test defines as a function, for faults that the emulator does not have.
module AppFlow.Fluent.FSharp.Tests.ScriptedService

open System
open System.Net
open System.Net.Http
open System.Text
open System.Threading
open System.Threading.Tasks
open Amazon.Runtime
open AppFlow.Fluent

type private ScriptedHandler(answer: CancellationToken -> Task<HttpResponseMessage>) =
    inherit HttpMessageHandler()
    override _.SendAsync(_, cancellationToken) = answer cancellationToken

let clientThatGets answer =
    new AppFlowClient(
        AppFlowClientOptions(
            Endpoint = Uri "http://127.0.0.1:9/",
            Region = "us-east-1",
            Credentials = BasicAWSCredentials("emulator", "emulator"),
            HttpClient = new HttpClient(new ScriptedHandler(answer)),
            TimeProvider = ImpatientTime()
        )
    )

let answer (status: HttpStatusCode) (errorType: string option) (body: string) =
    let response =
        new HttpResponseMessage(status, Content = new StringContent(body, Encoding.UTF8, "application/json"))

    errorType
    |> Option.iter (fun errorType -> response.Headers.Add("x-amzn-errortype", errorType))

    Task.FromResult response

let clientThatGetsJson body =
    clientThatGets (fun _ -> answer HttpStatusCode.OK None body)

let clientRefusedWith status errorCode =
    clientThatGets (fun _ -> answer status (Some errorCode) """{"message":"No."}""")
