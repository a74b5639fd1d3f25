using System.Net;

namespace AppFlow.Fluent.Soak;

/// <summary>
/// A typical handler below a client: it resends failed requests at random. Its last send may find a closed port, which says nothing about
/// the first send.
/// </summary>
internal sealed class RetryingHandler(SharedRandom random) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    // The discard port, where nothing listens on machines that run this.
    private static readonly Uri ClosedPort = new("http://127.0.0.1:9/");

    private const double SentAgain = 0.5;
    private const double Closed = 0.3;
    private const int MaxSends = 3;

    private int _hidden;

    /// <summary>How many sends the client does not know about.</summary>
    public int Hidden => Volatile.Read(ref _hidden);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var send = 1; ; send++)
        {
            HttpResponseMessage? response = null;
            try
            {
                response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException) when (send < MaxSends && random.NextDouble() < SentAgain)
            {
                // Resent below.
            }

            if (response is not null && !(response.StatusCode >= HttpStatusCode.InternalServerError && send < MaxSends && random.NextDouble() < SentAgain))
            {
                return response;
            }

            response?.Dispose();
            Interlocked.Increment(ref _hidden);
            if (random.NextDouble() < Closed)
            {
                request.RequestUri = ClosedPort;
            }
        }
    }
}
