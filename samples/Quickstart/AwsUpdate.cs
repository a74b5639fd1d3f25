using AppFlow.Fluent;

namespace Quickstart;

/// <summary>
/// The one change that is safe on a real account: a connector that the user names is updated to its Lambda's latest version.
/// </summary>
internal static class AwsUpdate
{
    public static async Task<int> RunAsync(string label)
    {
        try
        {
            using var client = new AppFlowClient();
            AppFlowClient.Default = client;
            Narrator.Title($"AWS, region {client.Region}");

            Narrator.Step($"Update {label} to the latest version of its Lambda function");
            var updated = await ConnectorRegistration.Update(label).SendAsync();
            Narrator.Tell($"updated {updated.ConnectorArn} (request {updated.RequestId}, client token {updated.ClientToken})");

            Narrator.Step($"Describe {label}");
            var connector = (await ConnectorRegistration.Describe(label).SendAsync()).ConnectorConfiguration;
            Narrator.Tell($"version {connector.ConnectorVersion}, {connector.ConnectorProvisioningConfig?.Lambda.LambdaArn}");
            return 0;
        }
        catch (AppFlowException e)
        {
            Narrator.Fault(e);
            return 1;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
