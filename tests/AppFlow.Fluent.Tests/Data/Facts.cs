using System.Text.Json.Nodes;

namespace AppFlow.Fluent.Tests.Data;

/// <summary>Facts about the service that the tests compare with.</summary>
internal static class Facts
{
    public static JsonObject ServiceModel { get; } = Load("connector-registration.json");

    public static JsonArray EndpointCases { get; } = Load("endpoint-tests.json")["testCases"]!.AsArray();

    public static JsonArray Partitions { get; } = Load("partitions.json")["partitions"]!.AsArray();

    public static JsonArray ErrorCases { get; } = Load("rest-json-error-cases.json")["cases"]!.AsArray();

    /// <summary>An answer of DescribeConnector with every member of the model.</summary>
    public static JsonObject DescribeAnswer => Load("describe-connector-answer.json");

    private static JsonObject Load(string name)
    {
        using var stream = typeof(Facts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
