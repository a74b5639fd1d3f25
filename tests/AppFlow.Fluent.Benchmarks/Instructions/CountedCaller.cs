namespace AppFlow.Fluent.Benchmarks.Instructions;

/// <summary>A caller whose instructions are counted.</summary>
/// <param name="Name">Its name on the counted program's command line.</param>
/// <param name="Title">Its name in tables.</param>
internal sealed record CountedCaller(string Name, string Title)
{
    public static CountedCaller Raw { get; } = new("raw", "HttpClient, ready bytes");

    /// <summary>The caller that the others are compared with.</summary>
    public static CountedCaller Hashes { get; } = new("hashes", "the same, and the hashes of a signature");

    public static CountedCaller Ours { get; } = new("ours", "AppFlow.Fluent");

    public static CountedCaller AwsSdk { get; } = new("sdk", "AWS SDK for .NET (DynamoDBv2)");
}
