module AppFlow.Fluent.FSharp.Tests.OptionsTests

open System
open Amazon.Runtime
open AppFlow.Fluent
open AppFlow.Fluent.Emulator
open Xunit

[<Fact>]
let ``options are set where they are constructed`` () =
    task {
        use! appflow =
            AppFlowEmulator.StartAsync(
                AppFlowEmulatorOptions(Region = "eu-central-1", AccessKey = "tester", SecretKey = "secret")
            )

        use client =
            new AppFlowClient(
                AppFlowClientOptions(
                    Region = "eu-central-1",
                    Endpoint = appflow.Endpoint,
                    Credentials = BasicAWSCredentials("tester", "secret")
                )
            )

        do! Orders.register client
        let! connector = Orders.describe client
        Assert.Equal("arn:aws:appflow:eu-central-1:123456789012:connector/orders", connector.ConnectorArn)
    }

[<Fact>]
let ``a region alone gives the public endpoint`` () =
    use client = new AppFlowClient(AppFlowClientOptions(Region = "cn-north-1", UseFips = Nullable false, LoggerFactory = null))
    Assert.Equal("cn-north-1", client.Region)
    Assert.Equal(Uri "https://appflow.cn-north-1.amazonaws.com.cn", client.Endpoint)

[<Theory>]
[<InlineData("ftp://127.0.0.1/")>]
[<InlineData("http://appflow.example.com/")>]
[<InlineData("https://user@appflow.example.com/")>]
let ``an unsafe endpoint is an error of that option`` address =
    let e =
        Assert.Throws<ArgumentException>(fun () ->
            new AppFlowClient(AppFlowClientOptions(Region = "us-east-1", Endpoint = Uri address))
            |> ignore)

    Assert.Equal("Endpoint", e.ParamName)

[<Fact>]
let ``contradicting options are an error`` () =
    let e =
        Assert.Throws<ArgumentException>(fun () ->
            new AppFlowClient(AppFlowClientOptions(Region = "us-east-1", Endpoint = Uri "https://127.0.0.1/", UseFips = Nullable true))
            |> ignore)

    Assert.Equal("UseFips", e.ParamName)
