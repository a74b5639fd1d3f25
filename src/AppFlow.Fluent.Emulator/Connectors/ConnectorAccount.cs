using Amazon;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>The account and region that the emulator simulates, as they appear in ARNs.</summary>
internal sealed class ConnectorAccount(string accountId, string region)
{
    public string Region => region;

    public string UserArn => $"arn:{Partition}:iam::{accountId}:user/emulator";

    public string ConnectorArn(string label) => $"arn:{Partition}:appflow:{region}:{accountId}:connector/{label}";

    // Looked up once there is something to name: the SDK remembers every region that it is asked for.
    private string Partition => field ??= RegionEndpoint.GetBySystemName(region).PartitionName;
}
