using System.Net;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// The body of a signed request. It goes only where it was signed for: a handler that follows a redirect writes head and body together,
/// so that refusing the body keeps the head, with the session token in it, from the host that the redirect names.
/// </summary>
/// <param name="request">The request that the body belongs to.</param>
/// <param name="body">The body.</param>
internal sealed class SignedContent(SignedRequest request, byte[] body) : HttpContent
{
    private volatile bool _wasTaken;

    /// <summary>Whether somebody asked for the body; if not, no complete request can have left.</summary>
    public bool WasTaken => _wasTaken;

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

        _wasTaken = true;
        return body;
    }
}
