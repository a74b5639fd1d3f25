using System.Net.Http.Headers;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using AppFlow.Fluent.Benchmarks.Requests;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>A comparison: ready bytes through AWSSDK.Core's signing handler for any <see cref="HttpClient"/>.</summary>
internal sealed class SigningHandlerCaller(Uri server) : ICaller
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _client = new(new SigV4SigningHandler(
        new BasicAWSCredentials("benchmark", "benchmark-secret"),
        RegionEndpoint.USEast1,
        "appflow",
        Connections.Handler()));

    private readonly Uri _address = new(server, "update-connector-registration");
    private readonly byte[] _body = SampleUpdate.FullBody();

    public async Task CallAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(_body) };
        request.Content.Headers.ContentType = Json;
        using var response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _client.Dispose();
}
