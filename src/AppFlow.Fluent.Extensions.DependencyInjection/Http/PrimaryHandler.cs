using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Http;

/// <summary>The handler that holds the connections.</summary>
internal static class PrimaryHandler
{
    /// <summary>The one that a client without a container would have.</summary>
    public static SocketsHttpHandler Make()
    {
        var handler = HttpTransport.CreateHandler(useProxy: true);
        handler.Proxy = new ProxyBeyondThisMachine(HttpClient.DefaultProxy);
        return handler;
    }

    /// <summary>Whoever configured it: no redirect is followed, and connections are renewed so that DNS changes are seen.</summary>
    public static void Adjust(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        try
        {
            switch (handler)
            {
                case SocketsHttpHandler sockets:
                    sockets.AllowAutoRedirect = false;
                    if (sockets.PooledConnectionLifetime == Timeout.InfiniteTimeSpan)
                    {
                        sockets.PooledConnectionLifetime = HttpTransport.ConnectionLifetime;
                    }

                    break;
                case HttpClientHandler { SupportsRedirectConfiguration: true } client:
                    client.AllowAutoRedirect = false;
                    break;
            }
        }
        catch (InvalidOperationException)
        {
            // A handler that others share and have used cannot be changed any more. A redirect that it follows is seen, and fails the call.
        }
    }
}
