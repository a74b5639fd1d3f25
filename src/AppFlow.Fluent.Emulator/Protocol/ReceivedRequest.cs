using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AppFlow.Fluent.Emulator.Protocol;

/// <summary>A request as received, read to its end.</summary>
/// <param name="Method">The method.</param>
/// <param name="RawPath">The path as the request line has it, still encoded.</param>
/// <param name="RawQuery">The query as the request line has it, without its question mark.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
internal sealed record ReceivedRequest(
    string Method, string RawPath, string RawQuery, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    public bool HasHeader(string name) => Headers.ContainsKey(name);

    /// <summary>A header's value, with several values joined as HTTP allows; <see langword="null"/> if it is absent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    public StringValues HeaderValues(string name) => Headers[name];
}
