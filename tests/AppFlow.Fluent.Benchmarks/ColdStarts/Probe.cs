namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>A program that makes one call and stops.</summary>
/// <param name="Project">The folder and the name of its project.</param>
/// <param name="Title">Its name in a table.</param>
internal sealed record Probe(string Project, string Title)
{
    /// <summary>The first is the baseline for the others.</summary>
    public static IReadOnlyList<Probe> All { get; } =
    [
        new("Raw", "HttpClient, ready bytes"),
        new("RawHash", "the same, and a hash and a keyed hash"),
        new("Fluent", "AppFlow.Fluent, credentials from the environment"),
        new("SigningHandler", "AWSSDK.Core: default chain, SigV4SigningHandler"),
        new("AwsSdk", "AWS SDK for .NET (DynamoDBv2)"),
    ];
}
