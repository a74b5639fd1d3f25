using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>The HTTP request of one attempt, with what must be remembered of it until its answer is read.</summary>
/// <param name="target">Where it goes.</param>
/// <param name="credentials">Who signed it.</param>
/// <param name="authorization">The signature, as the header that it is sent in.</param>
/// <param name="signedAt">The local time of signing.</param>
internal sealed class SignedRequest(Uri target, ImmutableCredentials credentials, string authorization, DateTimeOffset signedAt)
    : HttpRequestMessage(HttpMethod.Post, target)
{
    /// <summary>Where it was meant to go, wherever a handler sends it.</summary>
    public Uri Target { get; } = target;

    public DateTimeOffset SignedAt => signedAt;

    /// <summary>What must not be shown of what comes back.</summary>
    public Redaction Redaction => new(credentials, authorization);

    /// <summary>Whether nobody asked for the body, so that the service cannot have it.</summary>
    public bool NeverLeft => Content is SignedContent { WasTaken: false };
}
