using System.Net.Http.Headers;
using AppFlow.Fluent.Benchmarks.Requests;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>
/// The baseline: ready bytes, posted with only <see cref="HttpClient"/>, or with ready headers like those of a signed call.
/// </summary>
internal sealed class RawCaller(Uri server, bool withHeaders) : ICaller
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _client = new(Connections.Handler());
    private readonly Uri _address = new(server, "update-connector-registration");
    private readonly byte[] _body = SampleUpdate.FullBody();

    private readonly (string Name, string Value)[] _headers = withHeaders
        ?
        [
            ("Authorization", "AWS4-HMAC-SHA256 Credential=benchmark/20261123/us-east-1/appflow/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=" + new string('0', 64)),
            ("x-amz-date", "20261123T120000Z"),
            ("amz-sdk-invocation-id", SampleUpdate.Token),
            ("amz-sdk-request", "attempt=1; max=3"),
            ("User-Agent", "AppFlow.Fluent/0.1.0 lang/dotnet#10.0.0"),
        ]
        : [];

    public async Task CallAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(_body) };
        request.Content.Headers.ContentType = Json;
        foreach (var (name, value) in _headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _client.Dispose();
}
