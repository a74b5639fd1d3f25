using AppFlow.Fluent;

namespace Diagnostics;

/// <summary>Without a fixed token, each attempt is a new call, and after a lost answer the change is applied twice.</summary>
public static class RetryLoops
{
    public static async Task UpdateAsync(AppFlowClient client)
    {
        var request = ConnectorRegistration.Update("orders").WithDescription("adds paging");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await request.SendAsync(client); // AFF1004
                return;
            }
            catch (AppFlowException e) when (e.IsRetryable && attempt < 5)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt));
            }
        }
    }
}
