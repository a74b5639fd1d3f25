namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>The compared ways of calling.</summary>
/// <param name="Name">Its name on the command line and in the results.</param>
/// <param name="Title">Its name in a table.</param>
/// <param name="Create">Creates a caller of the server at an address.</param>
internal sealed record CallMode(string Name, string Title, Func<Uri, ICaller> Create)
{
    /// <summary>The first is the baseline for the others.</summary>
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
