using System.Diagnostics;
using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>The HTTP request of one attempt, with the data that reading its answer needs.</summary>
/// <param name="target">Its address.</param>
/// <param name="credentials">The credentials that signed it.</param>
/// <param name="authorization">The signature, as the header that it is sent in.</param>
/// <param name="time">When it was signed.</param>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(SignedRequestView))]
internal sealed class SignedRequest(Uri target, ImmutableCredentials credentials, string authorization, SigningTime time)
    : HttpRequestMessage(HttpMethod.Post, target)
{
    /// <summary>The intended address, even if a handler sends it elsewhere.</summary>
    public Uri Target { get; } = target;

    public SigningTime Time => time;

    /// <summary>Redacts the answer.</summary>
    public Redaction Redaction => new(credentials, authorization);

    /// <summary>How often the body may have been sent; 0 means that it was never read, so the service cannot have it.</summary>
    public int Sends => Content is SignedContent content ? content.Reads : 1;

    /// <summary>Method and address. The base class would show all headers, with signature and session token, to any handler that logs.</summary>
    public override string ToString() => $"{Method} {Target}";
}
