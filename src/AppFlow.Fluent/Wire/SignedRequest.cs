using System.Diagnostics;
using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>The HTTP request of one attempt, with what must be remembered of it until its answer is read.</summary>
/// <param name="target">Where it goes.</param>
/// <param name="credentials">Who signed it.</param>
/// <param name="authorization">The signature, as the header that it is sent in.</param>
/// <param name="time">When it was signed.</param>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(SignedRequestView))]
internal sealed class SignedRequest(Uri target, ImmutableCredentials credentials, string authorization, SigningTime time)
    : HttpRequestMessage(HttpMethod.Post, target)
{
    /// <summary>Where it was meant to go, wherever a handler sends it.</summary>
    public Uri Target { get; } = target;

    public SigningTime Time => time;

    /// <summary>What must not be shown of what comes back.</summary>
    public Redaction Redaction => new(credentials, authorization);

    /// <summary>How often the body may have been sent; 0 means that nobody asked for it, so that the service cannot have it.</summary>
    public int Sends => Content is SignedContent content ? content.Reads : 1;

    /// <summary>Method and address. The base class would show all headers, with signature and session token, to any handler that logs.</summary>
    public override string ToString() => $"{Method} {Target}";
}
