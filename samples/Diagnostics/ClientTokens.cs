using AppFlow.Fluent;

namespace Diagnostics;

/// <summary>For eight hours, the service treats two calls with the same client token as one.</summary>
public static class ClientTokens
{
    private const string Nightly = "nightly-update";

    public static async Task UpdateBothAsync()
    {
        await ConnectorRegistration.Update("orders").WithClientToken(Nightly).SendAsync(); // AFF1001
        await ConnectorRegistration.Update("invoices").WithClientToken("nightly-update").SendAsync(); // AFF1001
    }

    public static async Task UpdateAllAsync(IEnumerable<string> labels)
    {
        var token = ClientToken.New();
        foreach (var label in labels)
        {
            await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(); // AFF1002
        }
    }

    public static Task<UpdateConnectorRegistrationResponse> UpdateOnceASecondAsync() =>
        ConnectorRegistration.Update("orders").WithClientToken($"orders-{DateTime.UtcNow:yyyyMMddHHmmss}").SendAsync(); // AFF1005

    public static Task<UpdateConnectorRegistrationResponse> UpdateForNoStepAsync() =>
        ConnectorRegistration.Update("orders").WithOperationId(Guid.NewGuid().ToString()).SendAsync(); // AFF1006

    public static Task<UpdateConnectorRegistrationResponse> UpdateOnceAsync() =>
        ConnectorRegistration.Update("orders").WithClientToken("orders-2026-10").SendAsync(); // AFF1003
}
