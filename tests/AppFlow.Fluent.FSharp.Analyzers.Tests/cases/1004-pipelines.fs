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
