using System.Collections.Concurrent;

namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>Replaces the network: records what is sent and returns given answers.</summary>
internal sealed class RecordingHandler(Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> _sent = new();

    public RecordingHandler(Func<SentRequest, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public RecordingHandler(string body)
        : this(_ => Answers.Json(200, body))
    {
    }

    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    public SentRequest Single => Assert.Single(_sent);

    public bool IsDisposed { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await SentRequest.OfAsync(request);
        _sent.Enqueue(sent);
        return await answer(sent, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
