using System.Text;
using System.Text.Json.Nodes;

namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>A request as it was handed to the network.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, IReadOnlyList<string>> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string ClientToken => (string)Json["clientToken"]!;

    public string Header(string name) => string.Join(", ", Headers[name]);

    public static async Task<SentRequest> OfAsync(HttpRequestMessage message)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in message.Headers.NonValidated)
        {
            headers[name] = [.. values];
        }

        foreach (var (name, values) in message.Content!.Headers.NonValidated)
        {
            headers[name] = [.. values];
        }

        return new SentRequest(message.Method, message.RequestUri!, headers, await message.Content.ReadAsByteArrayAsync());
    }
}
