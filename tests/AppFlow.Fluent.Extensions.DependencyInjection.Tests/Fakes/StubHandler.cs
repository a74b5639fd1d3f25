using System.Net;
using System.Text;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;

/// <summary>Answers each request with one status and body, and remembers what it was sent.</summary>
internal sealed class StubHandler(HttpStatusCode status = HttpStatusCode.OK, string body = """{"connectorArn":"arn:stub"}""") : HttpMessageHandler
{
    public List<HttpRequestMessage> Sent { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add(request);
        return Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
