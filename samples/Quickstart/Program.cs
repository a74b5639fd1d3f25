using AppFlow.Fluent;
using AppFlow.Fluent.Emulator;
using Quickstart;

// dotnet run --project samples/Quickstart with an emulator in this process dotnet run --project samples/Quickstart -- --endpoint URL
// with an emulator that is already running dotnet run --project samples/Quickstart -- --aws LABEL with AWS: updates and describes the
// connector LABEL
switch (args)
{
    case []:
        await using (var appflow = await AppFlowEmulator.StartAsync())
        {
            using var client = appflow.CreateClient();
            AppFlowClient.Default = client;
            Narrator.Title($"A local AppFlow listens on {appflow.Endpoint} and checks every signature and token");
            await ConnectorStory.TellAsync("orders");
        }

        return 0;

    case ["--endpoint", var url] when Uri.TryCreate(url, UriKind.Absolute, out var endpoint):
        return await RunningEmulator.TellAsync(endpoint);

    case ["--aws", var label]:
        return await AwsUpdate.RunAsync(label);

    default:
        Console.Error.WriteLine("Usage: Quickstart [--endpoint URL | --aws LABEL]");
        return 2;
}
