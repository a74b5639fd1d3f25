using System.Net;

namespace AppFlow.Fluent.Soak;

/// <summary>
/// What users put beneath a client: it sends again what failed, at random, and the last time may find a closed port, which says nothing of
/// what the first time did.
/// </summary>
internal sealed class RetryingHandler(SharedRandom random) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    // The discard port, where nothing listens on any machine that runs this.
    private static readonly Uri ClosedPort = new("http://127.0.0.1:9/");

    private const double SentAgain = 0.5;
    private const double Closed = 0.3;
    private const int MostSends = 3;

    private int _hidden;

    /// <summary>How many sends the client was told nothing of.</summary>
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
            catch (HttpRequestException) when (send < MostSends && random.NextDouble() < SentAgain)
            {
                // Sent again below.
            }

            if (response is not null && !(response.StatusCode >= HttpStatusCode.InternalServerError && send < MostSends && random.NextDouble() < SentAgain))
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
