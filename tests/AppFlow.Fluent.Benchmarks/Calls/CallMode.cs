namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>The ways of calling that are compared.</summary>
/// <param name="Name">Its name on the command line and in the results.</param>
/// <param name="Title">What a table calls it.</param>
/// <param name="Create">Makes a caller of the server at an address.</param>
internal sealed record CallMode(string Name, string Title, Func<Uri, ICaller> Create)
{
    /// <summary>The first is the limit that the others are compared with.</summary>
    public static IReadOnlyList<CallMode> All { get; } =
    [
        new("raw", "HttpClient, ready bytes", server => new RawCaller(server, withHeaders: false)),
        new("headers", "HttpClient, ready bytes and headers", server => new RawCaller(server, withHeaders: true)),
        new("ours", "AppFlow.Fluent", server => new FluentCaller(server)),
        new("handler", "HttpClient, AWSSDK.Core SigV4SigningHandler", server => new SigningHandlerCaller(server)),
        new("sdk", "AWS SDK for .NET (DynamoDBv2)", server => new AwsSdkCaller(server)),
    ];

    public static CallMode Named(string name) =>
        All.FirstOrDefault(mode => mode.Name == name) ?? throw new ArgumentException($"There is no mode '{name}'.", nameof(name));
}
