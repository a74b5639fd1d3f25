using System.Security.Cryptography;
using AppFlow.Fluent.Benchmarks.Calls;
using AppFlow.Fluent.Benchmarks.Requests;

/// <summary>
/// The limit of a signed call: <see cref="RawCaller"/>, and the hashes that every signature needs. It hashes texts as long as those of
/// <see cref="FluentCaller"/>: the body, the canonical request, and the string to sign with its key.
/// </summary>
internal sealed class HashingCaller(Uri server) : ICaller
{
    private readonly RawCaller _raw = new(server, withHeaders: false);
    private readonly byte[] _body = SampleUpdate.FullBody();
    private readonly byte[] _canonicalRequest = new byte[210];
    private readonly byte[] _stringToSign = new byte[138];
    private readonly byte[] _key = new byte[32];
    private readonly byte[] _hash = new byte[32];

    public Task CallAsync()
    {
        SHA256.HashData(_body, _hash);
        SHA256.HashData(_canonicalRequest, _hash);
        HMACSHA256.HashData(_key, _stringToSign, _hash);
        return _raw.CallAsync();
    }

    public void Dispose() => _raw.Dispose();
}
