namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>A caller's handler that resends a request, a given number of times, after a network failure or a 5xx.</summary>
internal sealed class RetryingHandler(HttpMessageHandler inner, int retries) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var retry = 0; ; retry++)
        {
            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if ((int)answer.StatusCode < 500 || retry == retries)
                {
                    return answer;
                }

                answer.Dispose();
            }
            catch (HttpRequestException) when (retry < retries)
            {
                // Once more.
            }
        }
    }
}
