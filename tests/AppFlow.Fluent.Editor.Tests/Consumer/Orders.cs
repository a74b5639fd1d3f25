using AppFlow.Fluent;

namespace Diagnostics;

public static class Orders
{
    public static async Task UpdateAsync()
    {
        await ConnectorRegistration.Update("orders").WithClientToken("release-42").SendAsync();
    }
}
