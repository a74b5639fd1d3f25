using Amazon.Runtime;
using AppFlow.Fluent;

namespace Quickstart;

/// <summary>The same steps with an emulator that is already running.</summary>
internal static class RunningEmulator
{
    public static async Task<int> TellAsync(Uri endpoint)
    {
        try
        {
            using var client = new AppFlowClient(new AppFlowClientOptions
            {
                Endpoint = endpoint,
                Region = "us-east-1",
                Credentials = new BasicAWSCredentials("emulator", "emulator"),
            });
            AppFlowClient.Default = client;
            Narrator.Title($"An AppFlow emulator at {endpoint}");

            // A label that only this run uses, so that other connectors are not touched.
            await ConnectorStory.TellAsync($"orders-{Guid.NewGuid().ToString()[..8]}");
            return 0;
        }
        catch (AppFlowTransportException e)
        {
            Console.Error.WriteLine(e.Message);
            Console.Error.WriteLine("Is the emulator running? dotnet run --project src/AppFlow.Fluent.Emulator.Tool");
            return 1;
        }
        catch (Exception e) when (e is AppFlowException or ArgumentException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
