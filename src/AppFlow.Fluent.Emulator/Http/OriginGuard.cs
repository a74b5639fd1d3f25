using System.Net;
using AppFlow.Fluent.Emulator.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>
/// Refuses all requests that do not come from programs on this machine. A web page that is open in a browser here also comes from this
/// machine, and may know the keys, which are public: its Origin header reveals it, or its Host header if the page's own name was made to
/// point here.
/// </summary>
/// <param name="allowedHosts">The names that a Host may have besides the loopback names.</param>
internal sealed class OriginGuard(IEnumerable<string> allowedHosts)
{
    private readonly HashSet<string> _allowedHosts = new(allowedHosts, StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a request that may come from elsewhere.</summary>
    /// <param name="context">The request.</param>
    /// <param name="ownOrigin">Whether pages with the emulator's own origin may make this request.</param>
    /// <exception cref="ServiceException">The request may come from elsewhere.</exception>
    public void ThrowIfForeign(HttpContext context, bool ownOrigin)
    {
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            throw Foreign("only requests from this machine are answered here");
        }

        var host = context.Request.Headers.Host;
        if (host.Count != 1 || NameOf(host.ToString()) is not { } name || !IsAllowed(name))
        {
            throw Foreign("the Host must be localhost, a loopback address or a name that the emulator was told to allow");
        }

        var origin = context.Request.Headers.Origin;
        if (context.Request.Headers.ContainsKey("Origin") && !(ownOrigin && IsOwn(origin, host.ToString())))
        {
            throw Foreign("requests from web pages are not answered here");
        }
    }

    private static bool IsOwn(StringValues origin, string host) =>
        origin.Count == 1 && string.Equals(origin[0], "http://" + host, StringComparison.Ordinal);

    /// <summary>The host without its port; <see langword="null"/> if the port is invalid.</summary>
    private static string? NameOf(string host)
    {
        var end = host.StartsWith('[') ? host.IndexOf(']', StringComparison.Ordinal) + 1 : host.IndexOf(':', StringComparison.Ordinal);
        if (end < 0 || end == host.Length)
        {
            return host;
        }

        return end > 0 && host[end] == ':' && host.AsSpan(end + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? host[..end] : null;
    }

    private bool IsAllowed(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || name == "[::1]"
        || IsLoopbackAddress(name)
        || _allowedHosts.Contains(name);

    /// <summary>Whether it is an address from 127.0.0.0 to 127.255.255.255 in canonical form, as every browser writes it.</summary>
    private static bool IsLoopbackAddress(string name) =>
        name.StartsWith("127.", StringComparison.Ordinal) && IPAddress.TryParse(name, out var address) && address.ToString() == name;

    private static ServiceException Foreign(string reason) => ServiceException.Foreign($"Refused: {reason}.");
}
