using System.Net;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Http;

/// <summary>A proxy from the environment, which is used for other machines but not for a server on this machine.</summary>
internal sealed class ProxyBeyondThisMachine(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
