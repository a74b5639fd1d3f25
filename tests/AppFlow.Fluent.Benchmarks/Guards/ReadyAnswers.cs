using System.Net;

namespace AppFlow.Fluent.Benchmarks.Guards;

/// <summary>A network that answers every request at once, as the service does.</summary>
internal sealed class ReadyAnswers : HttpMessageHandler
{
    private static readonly byte[] Body = """{"connectorArn":"arn:aws:appflow:us-east-1:123456789012:connector/orders"}"""u8.ToArray();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Body), RequestMessage = request };
        answer.Headers.TryAddWithoutValidation("x-amzn-RequestId", "5db5f4be-aa30-4fcc-8215-e0e81135c929");
        answer.Headers.TryAddWithoutValidation("Date", "Mon, 23 Nov 2026 12:00:00 GMT");
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return Task.FromResult(answer);
    }
}
