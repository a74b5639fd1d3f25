using AppFlow.Fluent;

namespace Diagnostics;

/// <summary>Values that the service would refuse are reported at compile time.</summary>
public static class RefusedValues
{
    private const string Release = "release 42";

    public static Task<UpdateConnectorRegistrationResponse> UpdateAsync() =>
        ConnectorRegistration.Update("orders").WithDescription($"{Release}: adds paging").SendAsync(); // AFF3001

    public static Task<ListConnectorsResponse> ListAsync() =>
        ConnectorRegistration.List().WithMaxResults(500).SendAsync(); // AFF3001
}
