using System.Net;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// The body of a signed request, and the session token among its headers. It goes only where it was signed for: a handler that follows a
/// redirect writes head and body together, so that refusing the body keeps the head, with the token in it, from the host that the redirect
/// names; one that turns the POST into a GET drops the body with its headers.
/// </summary>
/// <param name="request">The request that the body belongs to.</param>
/// <param name="body">The body.</param>
internal sealed class SignedContent(SignedRequest request, byte[] body) : HttpContent
{
    private int _reads;

    /// <summary>
    /// How often somebody has asked for the body, whoever it was: never means that no complete request can have left, more than once that a
    /// handler sent it again by itself, so that the answer that came tells only of the last time.
    /// </summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Another request was answered in the place of this one's: how often that was sent is not known.</summary>
    public void WasCopied() => Interlocked.Increment(ref _reads);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(Take(), cancellationToken).AsTask();

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.Write(Take());

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }

    private byte[] Take()
    {
        if (request.RequestUri != request.Target)
        {
            throw new FollowedRedirectException(request.RequestUri);
        }

        Interlocked.Increment(ref _reads);
        return body;
    }
}
