using AppFlow.Fluent;

namespace Diagnostics;

/// <summary>An update requires the label, a registration the label and the Lambda function.</summary>
public static class RequiredFields
{
    public static Task<RegisterConnectorResponse> RegisterAsync(string lambdaArn) =>
        ConnectorRegistration.Register("orders").WithDescription("order feed").SendAsync(); // AFF2001

    public static async Task UpdateAsync(string label, bool isNew)
    {
        var request = ConnectorRegistration.Update().WithDescription("adds paging");
        if (isNew)
        {
            request = request.WithConnectorLabel(label);
        }

        await request.SendAsync(); // AFF2002
    }

    public static Task<UnregisterConnectorResponse> UnregisterAsync() =>
        ConnectorRegistration.Unregister(string.Empty).WithForceDelete().SendAsync(); // AFF2003
}
