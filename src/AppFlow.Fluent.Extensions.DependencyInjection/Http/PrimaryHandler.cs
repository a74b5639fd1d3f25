using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Http;

/// <summary>The handler that holds the connections.</summary>
internal static class PrimaryHandler
{
    /// <summary>The handler that a client without a container would have.</summary>
    public static SocketsHttpHandler Make()
    {
        var handler = HttpTransport.CreateHandler(useProxy: true);
        handler.Proxy = new ProxyBeyondThisMachine(HttpClient.DefaultProxy);
        return handler;
    }

    /// <summary>Makes any configured handler follow no redirect and renew its connections, so that DNS changes take effect.</summary>
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
            // A shared handler that was already used cannot be changed. If it follows a redirect, the call fails.
        }
    }
}
