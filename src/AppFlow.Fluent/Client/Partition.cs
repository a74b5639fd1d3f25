namespace AppFlow.Fluent.Client;

/// <summary>A group of AWS regions with their own DNS names.</summary>
/// <param name="DnsSuffix">The suffix of ordinary endpoints.</param>
/// <param name="DualStackDnsSuffix">The suffix of endpoints on IPv4 and IPv6.</param>
internal sealed record Partition(string DnsSuffix, string DualStackDnsSuffix)
{
    private static readonly Partition Aws = new("amazonaws.com", "api.aws");

    // Each prefix ends with a hyphen, so us-iso- does not match us-isob-east-1.
    private static readonly (string RegionPrefix, Partition Partition)[] Others =
    [
        ("cn-", new("amazonaws.com.cn", "api.amazonwebservices.com.cn")),
        ("us-gov-", Aws),
        ("us-iso-", new("c2s.ic.gov", "api.aws.ic.gov")),
        ("us-isob-", new("sc2s.sgov.gov", "api.aws.scloud")),
        ("eu-isoe-", new("cloud.adc-e.uk", "api.cloud-aws.adc-e.uk")),
        ("us-isof-", new("csp.hci.ic.gov", "api.aws.hci.ic.gov")),
        ("eusc-", new("amazonaws.eu", "api.amazonwebservices.eu")),
    ];

    /// <summary>The partition of a region; a region without a known prefix is commercial, as new regions are.</summary>
    public static Partition Of(string region)
    {
        foreach (var (prefix, partition) in Others)
        {
            if (region.StartsWith(prefix, StringComparison.Ordinal))
            {
                return partition;
            }
        }

        return Aws;
    }
}
