using System.Threading.Tasks;
using AppFlow.Fluent;
using AppFlow.Fluent.Emulator;

public static class EmulatorAlone
{
    public static async Task TestAsync()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var client = appflow.CreateClient();
        await ConnectorRegistration.Register("orders").SendAsync(client);   // AFF2001
    }
}
