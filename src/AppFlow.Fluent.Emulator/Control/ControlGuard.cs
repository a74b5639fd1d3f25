using System.Net;
using Microsoft.AspNetCore.Http;

namespace AppFlow.Fluent.Emulator.Control;

/// <summary>
/// Keeps everybody but this machine's own programs out of what needs no signature. A web page that is open in a browser here comes from this
/// machine too: it is known by its origin, or, where a name of its own was made to point here, by that name.
/// </summary>
internal static class ControlGuard
{
    /// <exception cref="ControlException">The request may come from elsewhere.</exception>
    public static void ThrowIfForeign(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            throw Forbidden("only requests from this machine are answered here");
        }

        if (!IsLoopback(context.Request.Host.Host))
        {
            throw Forbidden("the Host must be localhost or a loopback address");
        }

        if (context.Request.Headers.ContainsKey("Origin"))
        {
            throw Forbidden("a request of a web page is not answered here");
        }
    }

    private static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static ControlException Forbidden(string reason) => new(StatusCodes.Status403Forbidden, $"Refused: {reason}.");
}
