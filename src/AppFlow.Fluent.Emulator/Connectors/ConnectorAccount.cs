using Amazon;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>The account and region that the emulator simulates, as they appear in ARNs.</summary>
internal sealed class ConnectorAccount(string accountId, string region)
{
    private readonly string _partition = RegionEndpoint.GetBySystemName(region).PartitionName;

    public string UserArn => $"arn:{_partition}:iam::{accountId}:user/emulator";

    public string ConnectorArn(string label) => $"arn:{_partition}:appflow:{region}:{accountId}:connector/{label}";
}
