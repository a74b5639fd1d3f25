/// A connector is registered, updated, updated again, refused and removed, all with AppFlowClient.Default.
module Quickstart.ConnectorStory

open System
open AppFlow.Fluent
open Quickstart.Narrator

[<Literal>]
let private FirstLambda =
    "arn:aws:lambda:us-east-1:123456789012:function:orders-connector"

[<Literal>]
let private OtherLambda =
    "arn:aws:lambda:us-east-1:123456789012:function:orders-connector-eu"

let private lambdaOf (connector: ConnectorConfiguration) =
    match connector.ConnectorProvisioningConfig with
    | null -> "no Lambda function"
    | config -> config.Lambda.LambdaArn

/// Prints the connector's details and returns its version.
let show label =
    task {
        let! described = label |> ConnectorRegistration.Describe |> _.SendAsync()
        let connector = described.ConnectorConfiguration
        tell $"version {connector.ConnectorVersion}, \"{connector.ConnectorDescription}\", {lambdaOf connector}"
        return connector.ConnectorVersion
    }

let private register label =
    task {
        let! registered =
            label
            |> ConnectorRegistration.Register
            |> _.WithLambda(FirstLambda)
            |> _.SendAsync()

        tell $"registered {registered.ConnectorArn}"
    }

let private addPaging label =
    label
    |> ConnectorRegistration.Update
    |> _.WithDescription("adds paging")

let private update label =
    task {
        let! updated = addPaging label |> _.SendAsync()
        tell $"updated; the library made the client token {updated.ClientToken}"
        let! version = show label
        return updated.ClientToken, version
    }

let private repeat label token version =
    task {
        let! again = addPaging label |> _.WithClientToken(token) |> _.SendAsync()
        tell $"answered {again.ConnectorArn} again"
        let! versionNow = show label

        match version, versionNow with
        | NonNull before, NonNull now when before = now -> tell "the version is the same: it was applied once"
        | NonNull _, NonNull _ -> tell "the version changed: it was applied twice"
        | _ -> tell "the service returned no version, so this cannot show whether it was applied twice"
    }

let private sendOtherInput label token =
    task {
        try
            let! changed =
                label
                |> ConnectorRegistration.Update
                |> _.WithLambda(OtherLambda)
                |> _.WithClientToken(token)
                |> _.SendAsync()

            tell $"the service accepted it: request {changed.RequestId}"
        with :? ConflictException as e ->
            fault e
    }

let private release label =
    task {
        let request =
            label
            |> ConnectorRegistration.Update
            |> _.WithLambda(OtherLambda)
            |> _.WithOperationId($"release-42 of {label}")

        let! first = request.SendAsync()
        let! second = request.SendAsync()
        tell $"two sends, one token: {first.ClientToken = second.ClientToken}"
        let! _ = show label
        ()
    }

let private updateStranger () =
    task {
        try
            let! updated =
                "no-such-connector"
                |> ConnectorRegistration.Update
                |> _.SendAsync()

            tell $"the service found it: {updated.ConnectorArn}"
        with
        | :? ResourceNotFoundException as e -> fault e
        | :? AppFlowException as e when e.IsRetryable ->
            tell "worth a retry, with the same token:"
            fault e
    }

let private write (description: string) label =
    try
        label
        |> ConnectorRegistration.Update
        |> _.WithDescription(description)
        |> fun request -> tell $"the library accepted it: {request}"
    with :? ArgumentException as e ->
        tell $"{e.GetType().Name}: {e.Message}"

/// All pages; each connector is printed as soon as its page has arrived.
let private list () =
    task {
        use connectors =
            ConnectorRegistration.List()
            |> _.WithMaxResults(25)
            |> _.EnumerateAsync()
            |> _.GetAsyncEnumerator()

        while! connectors.MoveNextAsync() do
            let connector = connectors.Current
            tell $"{connector.ConnectorLabel}  version {connector.ConnectorVersion}  registered {connector.RegisteredAt:u}"
    }

let private unregister label =
    task {
        let! _ = label |> ConnectorRegistration.Unregister |> _.SendAsync()
        tell $"{label} is unregistered"
    }

let tellAll label =
    task {
        step 1 "Register a connector and its Lambda function"
        do! register label

        step 2 "Update it: the Lambda function has a new version"
        let! token, version = update label

        step 3 "The same call again, with the same token, as after a lost answer"
        do! repeat label token version

        step 4 "The same token with different input"
        do! sendOtherInput label token

        step 5 "An id of your own instead of a token: safe to run again from any machine"
        do! release label

        step 6 "An error of the service"
        do! updateStranger ()

        step 7 "A value that the service would refuse is not sent"
        write "adds paging, and filters" label

        step 8 "List the connectors, all pages"
        do! list ()

        step 9 "Clean up"
        do! unregister label
    }
