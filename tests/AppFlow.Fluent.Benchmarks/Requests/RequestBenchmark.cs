using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Wire;
using BenchmarkDotNet.Attributes;

namespace AppFlow.Fluent.Benchmarks.Requests;

/// <summary>One update from the fluent calls to the signature, its stages, the minimum cost, and the AWS SDK's signer.</summary>
public class RequestBenchmark
{
    private const string Region = "eu-central-1";
    private const string Service = "appflow";
    private const string Host = "appflow.eu-central-1.amazonaws.com";
    private const string Path = "/update-connector-registration";

    private static readonly ImmutableCredentials Credentials = new("AKIDEXAMPLEEXAMPLEXX", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);
    private static readonly CanonicalHead Head = new(Path, [("content-type", "application/json"), ("host", Host)], "x-amz-date");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly RequestSigner _signer = new(Region, Service);
    private readonly byte[] _signingKey = new byte[32];
    private readonly byte[] _canonicalRequest = new byte[260];
    private readonly byte[] _stringToSign = new byte[140];
    private readonly AWSSigV4Parameters _parameters = new()
    {
        Credentials = new BasicAWSCredentials(Credentials.AccessKey, Credentials.SecretKey),
        Region = RegionEndpoint.GetBySystemName(Region),
        Service = Service,
        SignedAt = Now.UtcDateTime,
    };

    private readonly Uri _uri = new("https://" + Host + Path);
    private UpdateConnectorRegistrationRequest _request = ConnectorRegistration.Update();
    private byte[] _body = [];

    /// <summary>Which update.</summary>
    [ParamsAllValues]
    public UpdateSize Size { get; set; }

    /// <summary>Prepares the inputs of single stages.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _request = Build();
        _body = Serialise();
    }

    /// <summary>The baseline: the bytes of the body, and the two hashes and one keyed hash that every signature needs.</summary>
    [Benchmark(Baseline = true)]
    public int Floor()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("connectorLabel"u8, SampleUpdate.Label);
            if (Size == UpdateSize.Full)
            {
                writer.WriteString("description"u8, SampleUpdate.Description);
                writer.WriteStartObject("connectorProvisioningConfig"u8);
                writer.WriteStartObject("lambda"u8);
                writer.WriteString("lambdaArn"u8, SampleUpdate.LambdaArn);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteString("clientToken"u8, SampleUpdate.Token);
            writer.WriteEndObject();
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, hash);
        SHA256.HashData(_canonicalRequest, hash);
        return HMACSHA256.HashData(_signingKey, _stringToSign, hash);
    }

    /// <summary>Everything before HTTP: build, validate, serialise, sign.</summary>
    [Benchmark]
    public string Ours()
    {
        var request = Build();
        return Sign(RequestJson.Write(request, request.TokenToSend()));
    }

    /// <summary>A stage: the fluent calls, which validate.</summary>
    [Benchmark]
    public UpdateConnectorRegistrationRequest Build() => Size == UpdateSize.Full
        ? SampleUpdate.Full().WithClientToken(SampleUpdate.Token)
        : ConnectorRegistration.Update(SampleUpdate.Label).WithClientToken(ClientToken.New());

    /// <summary>A stage: the body.</summary>
    [Benchmark]
    public byte[] Serialise() => RequestJson.Write(_request, _request.ClientToken);

    /// <summary>A stage: the <c>Authorization</c> header of a ready body.</summary>
    [Benchmark]
    public string Sign() => Sign(_body);

    /// <summary>The comparison: AWSSDK.Core's public signer on the same ready body.</summary>
    [Benchmark]
    public string AwsSdkSigner()
    {
        var request = new AWSSigningRequest { HttpMethod = HttpMethod.Post, RequestUri = _uri, Content = _body };
        request.Headers["content-type"] = "application/json";
        return AWSSigV4Signer.Sign(request, _parameters).Headers["Authorization"];
    }

    private string Sign(byte[] body)
    {
        var timestamp = RequestSigner.FormatTimestamp(Now);
        return _signer.Sign(Credentials, timestamp, Head, [timestamp], body);
    }
}
