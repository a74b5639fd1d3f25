using System.Collections.Concurrent;

namespace AppFlow.Fluent.Wire;

/// <summary>The base address of the service, with the address of each operation prepared once.</summary>
internal sealed class ServiceEndpoint(Uri baseUri)
{
    private readonly ConcurrentDictionary<ServiceOperation, OperationTarget> _targets = new();

    public Uri BaseUri { get; } = baseUri;

    /// <summary>The <c>Host</c> header that HTTP sends for this address.</summary>
    public string Host { get; } = HostHeader(baseUri);

    public OperationTarget TargetOf(ServiceOperation operation) => _targets.GetOrAdd(operation, static (operation, baseUri) =>
    {
        var path = baseUri.AbsolutePath.TrimEnd('/') + operation.Path;

        // Not new Uri(baseUri, path): a base path that starts with two slashes would be parsed as another host.
        return new OperationTarget(new Uri(baseUri.GetLeftPart(UriPartial.Authority) + path), CanonicalPath(path));
    }, BaseUri);

    // Every service except S3 signs the path encoded once more than on the wire.
    private static string CanonicalPath(string path)
    {
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = Uri.EscapeDataString(segments[i]);
        }

        return string.Join('/', segments);
    }

    private static string HostHeader(Uri uri)
    {
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return uri.IsDefaultPort ? host : $"{host}:{uri.Port}";
    }
}
