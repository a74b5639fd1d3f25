using AppFlow.Fluent;

namespace Quickstart;

/// <summary>A connector is registered, updated, updated again, refused and removed, all with AppFlowClient.Default.</summary>
internal static class ConnectorStory
{
    private const string FirstLambda = "arn:aws:lambda:us-east-1:123456789012:function:orders-connector";
    private const string OtherLambda = "arn:aws:lambda:us-east-1:123456789012:function:orders-connector-eu";

    public static async Task TellAsync(string label)
    {
        Narrator.Step("Register a connector and its Lambda function");
        var registered = await ConnectorRegistration.Register(label).WithLambda(FirstLambda).SendAsync();
        Narrator.Tell($"registered {registered.ConnectorArn}");

        Narrator.Step("Update it: the Lambda function has a new version");
        var updated = await ConnectorRegistration.Update(label).WithDescription("adds paging").SendAsync();
        Narrator.Tell($"updated; the library made the client token {updated.ClientToken}");
        var version = await ShowAsync(label);

        Narrator.Step("The same call again, with the same token, as after a lost answer");
        var again = await ConnectorRegistration.Update(label).WithDescription("adds paging").WithClientToken(updated.ClientToken).SendAsync();
        Narrator.Tell($"answered {again.ConnectorArn} again");
        Narrator.Tell(await ShowAsync(label) == version ? "the version is the same: it was applied once" : "the version changed: it was applied twice");

        Narrator.Step("The same token with different input");
        try
        {
            await ConnectorRegistration.Update(label).WithLambda(OtherLambda).WithClientToken(updated.ClientToken).SendAsync();
        }
        catch (ConflictException e)
        {
            Narrator.Fault(e);
        }

        Narrator.Step("An id of your own instead of a token: safe to run again from any machine");
        var release = ConnectorRegistration.Update(label).WithLambda(OtherLambda).WithOperationId($"release-42 of {label}");
        var first = await release.SendAsync();
        var second = await release.SendAsync();
        Narrator.Tell($"two sends, one token: {first.ClientToken == second.ClientToken}");
        await ShowAsync(label);

        Narrator.Step("An error of the service");
        try
        {
            await ConnectorRegistration.Update("no-such-connector").SendAsync();
        }
        catch (ResourceNotFoundException e)
        {
            Narrator.Fault(e);
        }

        Narrator.Step("A value that the service would refuse is not sent");
        try
        {
            ConnectorRegistration.Update(label).WithDescription("adds paging, and filters");
        }
        catch (ArgumentException e)
        {
            Narrator.Tell($"{e.GetType().Name}: {e.Message}");
        }

        Narrator.Step("List the connectors, all pages");
        await foreach (var connector in ConnectorRegistration.List().WithMaxResults(25).EnumerateAsync())
        {
            Narrator.Tell($"{connector.ConnectorLabel}  version {connector.ConnectorVersion}  registered {connector.RegisteredAt:u}");
        }

        Narrator.Step("Clean up");
        await ConnectorRegistration.Unregister(label).SendAsync();
        Narrator.Tell($"{label} is unregistered");
    }

    private static async Task<string?> ShowAsync(string label)
    {
        var connector = (await ConnectorRegistration.Describe(label).SendAsync()).ConnectorConfiguration;
        Narrator.Tell(
            $"version {connector.ConnectorVersion}, \"{connector.ConnectorDescription}\", {connector.ConnectorProvisioningConfig?.Lambda.LambdaArn}");
        return connector.ConnectorVersion;
    }
}
