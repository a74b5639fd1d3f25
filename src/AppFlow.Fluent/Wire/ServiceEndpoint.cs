using System.Collections.Concurrent;

namespace AppFlow.Fluent.Wire;

/// <summary>The base address of the service, with the address of each operation prepared once.</summary>
internal sealed class ServiceEndpoint(Uri baseUri)
{
    private readonly ConcurrentDictionary<ServiceOperation, OperationTarget> _targets = new();

    public Uri BaseUri { get; } = baseUri;

    /// <summary>The <c>Host</c> header that HTTP sends for this address.</summary>
    public string Host { get; } = HostHeader(baseUri);

    public OperationTarget TargetOf(ServiceOperation operation) => _targets.GetOrAdd(operation, static (operation, endpoint) =>
    {
        var baseUri = endpoint.BaseUri;
        var path = baseUri.AbsolutePath.TrimEnd('/') + operation.Path;
        var canonicalPath = CanonicalPath(path);
        (string, string)[] shared = [("content-type", HttpTransport.JsonMediaType), ("host", endpoint.Host)];

        // Not new Uri(baseUri, path): a base path that starts with two slashes would be parsed as another host.
        return new OperationTarget(
            new Uri(baseUri.GetLeftPart(UriPartial.Authority) + path),
            new CanonicalHead(canonicalPath, shared, "x-amz-date"),
            new CanonicalHead(canonicalPath, shared, "x-amz-date", "x-amz-security-token"));
    }, this);

    /// <summary>A path as Signature Version 4 needs it: every service except S3 signs it encoded once more than on the wire.</summary>
    public static string CanonicalPath(string path)
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
