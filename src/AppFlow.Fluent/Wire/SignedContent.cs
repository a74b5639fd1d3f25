using System.Net;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// The body of a signed request, with the session token among its headers. It is sent only to the host that it was signed for. A handler
/// that follows a redirect writes headers and body together, so refusing the body also keeps the headers, with the token, from the other
/// host; a handler that turns the POST into a GET drops the body with its headers.
/// </summary>
/// <param name="request">The request that the body belongs to.</param>
/// <param name="body">The body.</param>
internal sealed class SignedContent(SignedRequest request, byte[] body) : HttpContent
{
    private int _reads;

    /// <summary>
    /// How often the body was read. Zero means that no complete request can have been sent; more than one means that a handler resent it,
    /// so the answer covers only the last send.
    /// </summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>The answer belongs to another request than this one: how often that one was sent is not known.</summary>
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
