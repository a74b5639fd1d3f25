namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>Passes requests to the service and loses the first answers.</summary>
internal sealed class LostAnswers(int count) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    private int _left = count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (Interlocked.Decrement(ref _left) < 0)
        {
            return answer;
        }

        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        answer.Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer was lost on the way.");
    }
}
