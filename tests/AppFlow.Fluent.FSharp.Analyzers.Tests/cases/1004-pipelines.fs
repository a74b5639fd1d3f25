// why: Polly runs the function again after a failure, unless the whole pipeline is in sight and has no retry; one token for all attempts is right.
module Cases.Pipelines

open System
open System.Threading
open System.Threading.Tasks
open Polly
open Polly.Retry
open AppFlow.Fluent

let pipeline = ResiliencePipelineBuilder().AddRetry(RetryStrategyOptions(MaxRetryAttempts = 3)).Build()

let inSight (label: string) =
    let retry = ResiliencePipelineBuilder().AddRetry(RetryStrategyOptions()).Build()

    retry.ExecuteAsync(fun (token: CancellationToken) ->
        ValueTask<UpdateConnectorRegistrationResponse>(ConnectorRegistration.Update(label).SendAsync(token))) //~ AFF1004

let ofModule (label: string) =
    pipeline.ExecuteAsync(fun (token: CancellationToken) ->
        ValueTask<UpdateConnectorRegistrationResponse>(
            ConnectorRegistration.Update(label).WithClientToken(Guid.NewGuid().ToString()).SendAsync(token) //~ AFF1004
        ))

let oneToken (label: string) =
    let request = ConnectorRegistration.Update(label).WithClientToken(ClientToken.New())

    pipeline.ExecuteAsync(fun (token: CancellationToken) ->
        ValueTask<UpdateConnectorRegistrationResponse>(request.SendAsync(token)))

let timeoutOnly (label: string) =
    let pipeline = ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds 5.0).Build()

    pipeline.ExecuteAsync(fun (token: CancellationToken) ->
        ValueTask<UpdateConnectorRegistrationResponse>(ConnectorRegistration.Update(label).SendAsync(token)))

let given (pipeline: ResiliencePipeline) (label: string) =
    task {
        return!
            pipeline.ExecuteAsync(fun (token: CancellationToken) ->
                task {
                    let! updated = ConnectorRegistration.Update(label).SendAsync(token) //~ AFF1004
                    return updated.ConnectorArn
                }
                |> ValueTask<string>)
    }

type Deployer(pipeline: ResiliencePipeline, client: IAppFlowClient) =
    member _.Deploy(label: string, cancellationToken: CancellationToken) =
        pipeline.ExecuteAsync(
            (fun (token: CancellationToken) ->
                ValueTask<UpdateConnectorRegistrationResponse>(ConnectorRegistration.Update(label).SendAsync(client, token))), //~ AFF1004
            cancellationToken
        )

    member _.DeployOnce(label: string, key: string, cancellationToken: CancellationToken) =
        pipeline.ExecuteAsync(
            (fun (token: CancellationToken) ->
                ValueTask<UpdateConnectorRegistrationResponse>(
                    ConnectorRegistration.Update(label).WithClientToken(key).SendAsync(client, token)
                )),
            cancellationToken
        )

let empty (label: string) =
    ResiliencePipeline.Empty.ExecuteAsync(fun (token: CancellationToken) ->
        ValueTask<UpdateConnectorRegistrationResponse>(ConnectorRegistration.Update(label).SendAsync(token)))

let policy = Policy.Handle<AppFlowException>().WaitAndRetryAsync(3, (fun attempt -> TimeSpan.FromSeconds(float attempt)))

let byPolicy (label: string) = policy.ExecuteAsync(fun () -> ConnectorRegistration.Update(label).SendAsync()) //~ AFF1004

let byPolicyKeyed (label: string) (key: string) =
    policy.ExecuteAsync(fun () -> ConnectorRegistration.Update(label).WithClientToken(key).SendAsync())

let byTimeout (label: string) =
    Policy.TimeoutAsync(TimeSpan.FromSeconds 3.0).ExecuteAsync(fun () -> ConnectorRegistration.Update(label).SendAsync())

let byStatements (label: string) =
    let builder = ResiliencePipelineBuilder()
    builder.AddRetry(RetryStrategyOptions()) |> ignore
    let pipeline = builder.Build()

    pipeline.ExecuteAsync(fun (token: CancellationToken) ->
        ValueTask<UpdateConnectorRegistrationResponse>(ConnectorRegistration.Update(label).SendAsync token)) //~ AFF1004

let byStatementsTimeout (label: string) =
    let builder = ResiliencePipelineBuilder()
    builder.AddTimeout(TimeSpan.FromSeconds 3.0) |> ignore
    let pipeline = builder.Build()

    pipeline.ExecuteAsync(fun (token: CancellationToken) ->
        ValueTask<UpdateConnectorRegistrationResponse>(ConnectorRegistration.Update(label).SendAsync token))


let blocking (pipeline: ResiliencePipeline) (label: string) =
    pipeline.Execute(fun () -> ConnectorRegistration.Update(label).SendAsync().GetAwaiter().GetResult()) //~ AFF1004

let handOver (pipeline: ResiliencePipeline) (labels: string list) =
    task {
        for label in labels do
            let token = ClientToken.New()

            let! _ =
                pipeline.ExecuteAsync(fun (cancellation: CancellationToken) ->
                    ValueTask<UpdateConnectorRegistrationResponse>(
                        ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(cancellation)
                    ))

            ()
    }

let describe (pipeline: ResiliencePipeline) (label: string) =
    pipeline.ExecuteAsync(fun (token: CancellationToken) ->
        ValueTask<DescribeConnectorResponse>(ConnectorRegistration.Describe(label).SendAsync token))

// A pipeline is known by the code that makes it: functions with their arguments, choices, fields of a class.
module Made =
    let timeout (seconds: float) = ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds seconds).Build()

    let private withTimeout (builder: ResiliencePipelineBuilder) = builder.AddTimeout(TimeSpan.FromSeconds 1.0)

    let private withRetry (builder: ResiliencePipelineBuilder) = builder.AddRetry(RetryStrategyOptions())

    let stepwise () =
        let builder = ResiliencePipelineBuilder()
        builder.AddTimeout(TimeSpan.FromSeconds 3.0) |> ignore
        builder.Build()

    let stepwiseRetry () =
        let builder = ResiliencePipelineBuilder()
        builder.AddRetry(RetryStrategyOptions()) |> ignore
        builder.Build()

    let composed () = ResiliencePipelineBuilder() |> withTimeout |> _.Build()

    let composedRetry () = ResiliencePipelineBuilder() |> withTimeout |> withRetry |> _.Build()

    let chosen (isFast: bool) = if isFast then timeout 1.0 else timeout 10.0

    let perhaps (isRetry: bool) = if isRetry then composedRetry () else timeout 10.0

    let given (builder: ResiliencePipelineBuilder) = builder.Build()

let byFunction (label: string) =
    Made.timeout(1.0).ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task))

let bySteps (label: string) =
    Made.stepwise().ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task))

let byStepsRetry (label: string) =
    let pipeline = Made.stepwiseRetry ()
    pipeline.ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task)) //~ AFF1004

let byComposition (label: string) =
    Made.composed().ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task))

let byCompositionRetry (label: string) =
    Made.composedRetry().ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task)) //~ AFF1004

let byChoice (isFast: bool) (label: string) =
    Made.chosen(isFast).ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task))

let byChoiceRetry (isRetry: bool) (label: string) =
    Made.perhaps(isRetry).ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task)) //~ AFF1004

let byUnknownBuilder (builder: ResiliencePipelineBuilder) (label: string) =
    Made.given(builder).ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task)) //~ AFF1004

type Service(other: ResiliencePipeline) =
    let pipeline = Made.timeout 3.0
    let retrying = ResiliencePipelineBuilder().AddRetry(RetryStrategyOptions()).Build()
    let given = other
    static let shared = Made.timeout 3.0
    member _.OfField(label: string) = pipeline.ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task))
    member _.Retried(label: string) = retrying.ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task)) //~ AFF1004
    member _.Given(label: string) = given.ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task)) //~ AFF1004
    member _.Shared(label: string) = shared.ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task))
    member _.Make() = ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds 3.0).Build()
    abstract Open: unit -> ResiliencePipeline
    default _.Open() = Made.timeout 3.0
    member this.Made(label: string) = this.Make().ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task))
    member this.Opened(label: string) = this.Open().ExecuteAsync(fun token -> ValueTask(ConnectorRegistration.Update(label).SendAsync token :> Task)) //~ AFF1004
