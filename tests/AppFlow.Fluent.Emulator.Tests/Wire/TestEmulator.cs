using System.Text;
using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>An emulator, and a client for it that uses AWS's own signer.</summary>
public sealed class TestEmulator : IAsyncDisposable
{
    public const string LambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:orders";

    private readonly AppFlowEmulatorOptions _options;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private TestEmulator(AppFlowEmulator emulator, AppFlowEmulatorOptions options)
    {
        Emulator = emulator;
        _options = options;
    }

    public AppFlowEmulator Emulator { get; }

    public DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    public static async Task<TestEmulator> StartAsync(AppFlowEmulatorOptions? options = null)
    {
        options ??= new AppFlowEmulatorOptions();
        return new TestEmulator(await AppFlowEmulator.StartAsync(options), options);
    }

    public Task<WireAnswer> RegisterAsync(string label, string? description = null, string? clientToken = null, string lambdaArn = LambdaArn) =>
        PostAsync("/register-connector", new
        {
            connectorLabel = label,
            description,
            connectorProvisioningType = "LAMBDA",
            connectorProvisioningConfig = new { lambda = new { lambdaArn } },
            clientToken,
        });

    public Task<WireAnswer> UpdateAsync(string label, string? description = null, string? clientToken = null, string? lambdaArn = null) =>
        PostAsync("/update-connector-registration", new
        {
            connectorLabel = label,
            description,
            connectorProvisioningConfig = lambdaArn is null ? null : new { lambda = new { lambdaArn } },
            clientToken,
        });

    public Task<WireAnswer> UnregisterAsync(string label) => PostAsync("/unregister-connector", new { connectorLabel = label });

    public Task<WireAnswer> DescribeAsync(string label) =>
        PostAsync("/describe-connector", new { connectorType = "CustomConnector", connectorLabel = label });

    public Task<WireAnswer> ListAsync(int? maxResults = null, string? nextToken = null) =>
        PostAsync("/list-connectors", new { maxResults, nextToken });

    public Task<WireAnswer> PostAsync(string path, object body) => PostAsync(path, JsonSerializer.Serialize(body));

    public Task<WireAnswer> PostAsync(string path, string body) => PostAsync(path, Encoding.UTF8.GetBytes(body));

    public Task<WireAnswer> PostAsync(string path, byte[] body) => SendAsync(HttpMethod.Post, path, body);

    public async Task<WireAnswer> SendAsync(
        HttpMethod method,
        string pathAndQuery,
        byte[] body,
        AWSCredentials? credentials = null,
        IReadOnlyDictionary<string, string>? headers = null,
        bool signPayload = true,
        DateTimeOffset? signedAt = null)
    {
        var uri = new Uri(Emulator.Endpoint, pathAndQuery);
        var signing = new AWSSigningRequest { HttpMethod = method, RequestUri = uri, Content = body };
        signing.Headers["Content-Type"] = "application/json";
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            signing.Headers[name] = value;
        }

        // The signer sends an unsigned payload only over https. The scheme is not part of a signature.
        signing.RequestUri = signPayload ? uri : new UriBuilder(uri) { Scheme = "https" }.Uri;
        var signed = AWSSigV4Signer.Sign(signing, new AWSSigV4Parameters
        {
            Credentials = credentials ?? Emulator.Credentials,
            Region = RegionEndpoint.GetBySystemName(_options.Region),
            Service = "appflow",
            SignPayload = signPayload,
            SignedAt = (signedAt ?? Now).UtcDateTime,
        });

        using var request = new HttpRequestMessage(method, uri) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in signing.Headers.Concat(signed.Headers).Where(h => !h.Key.Equals("host", StringComparison.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await SendAsync(request);
    }

    /// <summary>Sends a control request to the emulator.</summary>
    public async Task<WireAnswer> ControlAsync(HttpMethod method, string name, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Emulator.Endpoint, "/_emulator/" + name));
        request.Content = body is null ? null : new StringContent(body);
        return await SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }

    private async Task<WireAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var answerHeaders = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        return new WireAnswer((int)response.StatusCode, answerHeaders, await response.Content.ReadAsStringAsync());
    }
}
