using AppFlow.Fluent;

namespace Connectors;

public static class Release
{
    public static async Task RollOutAsync(string label)
    {
        await ConnectorRegistration.Update("orders").WithClientToken("release-7").SendAsync();
        await ConnectorRegistration.Update("invoices").WithClientToken("release-7").SendAsync();

        var request = ConnectorRegistration.Update(label);
        request.WithDescription("adds paging: v2");
        await request.SendAsync();
    }
}
