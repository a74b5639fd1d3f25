using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Tests.Data;

namespace AppFlow.Fluent.Tests.Settings;

/// <summary>The partitions and their suffixes are those of AWS, isolated ones and dual stack included.</summary>
public sealed class PartitionFactsTests : IDisposable
{
    private static readonly string[] Regions =
    [
        "us-east-1", "eu-central-1", "ap-southeast-5", "sa-east-1", "ca-west-1", "me-central-1", "af-south-1", "il-central-1", "mx-central-1",
        "cn-north-1", "cn-northwest-1", "us-gov-east-1", "us-gov-west-1", "us-iso-east-1", "us-iso-west-1", "us-isob-east-1", "us-isob-west-1",
        "eu-isoe-west-1", "us-isof-south-1", "us-isof-east-1", "eusc-de-east-1",
    ];

    private readonly Machine _machine = new();

    [Fact]
    public void Each_region_has_the_DNS_names_of_its_partition()
    {
        var seen = new HashSet<string>();
        foreach (var region in Regions)
        {
            var fact = Assert.Single(Facts.Partitions, partition => Regex.IsMatch(region, Text(partition, "regionRegex")));
            Assert.Equal(new Partition(Text(fact, "dnsSuffix"), Text(fact, "dualStackDnsSuffix")), Partition.Of(region));
            seen.Add(Text(fact, "partition"));
            foreach (var (fips, dualStack) in ((bool, bool)[])[(false, false), (true, false), (false, true), (true, true)])
            {
                using var client = _machine.Client(new AppFlowClientOptions { Region = region, UseFips = fips, UseDualStack = dualStack });
                var suffix = Text(fact, dualStack ? "dualStackDnsSuffix" : "dnsSuffix");
                Assert.Equal(new Uri($"https://appflow{(fips ? "-fips" : "")}.{region}.{suffix}"), client.Endpoint);
            }
        }

        Assert.Equal(Facts.Partitions.Count, seen.Count);
    }

    public void Dispose() => _machine.Dispose();

    private static string Text(JsonNode? partition, string name) => (string)partition![name]!;
}
