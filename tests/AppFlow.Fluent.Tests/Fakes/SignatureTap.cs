using System.Collections.Concurrent;

namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>Records the signatures of requests, so that a test can search for them elsewhere.</summary>
internal sealed class SignatureTap(HttpMessageHandler network) : DelegatingHandler(network)
{
    private readonly ConcurrentBag<string> _signatures = [];

    public IReadOnlyCollection<string> Signatures => _signatures;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _signatures.Add(Assert.Single(request.Headers.NonValidated["Authorization"]).Split("Signature=")[1]);
        return base.SendAsync(request, cancellationToken);
    }
}
