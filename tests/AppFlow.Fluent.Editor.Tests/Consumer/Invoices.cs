using AppFlow.Fluent;

namespace Diagnostics;

public static class Invoices
{
    public static async Task UpdateAsync()
    {
        await ConnectorRegistration.Update("invoices").WithDescription("adds paging").SendAsync();
    }
}
