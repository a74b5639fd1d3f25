using System.Net.Sockets;

namespace AppFlow.Fluent.Client;

/// <summary>Where a client's calls go.</summary>
/// <param name="Endpoint">The address that is called.</param>
/// <param name="Region">The region that is signed for.</param>
internal sealed record CallTarget(Uri Endpoint, string Region)
{
    /// <summary>Whether the address was derived from the region; otherwise it was configured.</summary>
    public bool IsRegional { get; init; }

    /// <summary>What to check first after a network failure, as a sentence after a space; empty if nothing is known.</summary>
    public string Hint(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (Endpoint.IsLoopback && cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                return $" Does the emulator run there (appflow-emulator --port {Endpoint.Port})?";
            }

            if (IsRegional && cause is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError })
            {
                return $" Does the region {Region} exist, and does Amazon AppFlow serve it?";
            }
        }

        return "";
    }
}
