using Amazon;
using Amazon.Runtime;
using AppFlow.Fluent;
using AppFlow.Fluent.Emulator;

// Prints what a client reads from the environment and the files of its process. A test chooses both and starts it.
try
{
    if (args is ["own-chain"])
    {
        // As a program with its own chain does.
        AWSConfigs.AWSCredentialsGenerators = [() => new BasicAWSCredentials("emulator", "emulator")];
    }

    switch (args)
    {
        case ["settle"]:
            using (var settled = new AppFlowClient())
            {
                Console.WriteLine($"{settled.Region} {settled.Endpoint}");
            }

            break;

        case ["send"] or ["own-chain"]:
            var updated = await ConnectorRegistration.Update("orders").SendAsync();
            Console.WriteLine(updated.ConnectorArn);
            break;

        case ["emulator"]:
            await using (var appflow = await AppFlowEmulator.StartAsync())
            using (var client = appflow.CreateClient())
            {
                await ConnectorRegistration.Register("orders").WithLambda("arn:aws:lambda:us-east-1:123456789012:function:orders").SendAsync(client);
                Console.WriteLine($"{client.Region} applied {appflow.Applied.Count}");
            }

            break;

        default:
            Console.Error.WriteLine("Say settle, send, own-chain or emulator.");
            return 2;
    }

    return 0;
}
catch (Exception e) when (e is InvalidOperationException or ArgumentException or AppFlowException)
{
    Console.WriteLine($"{e.GetType().Name}: {e.Message}");
    return 1;
}
