using System.Diagnostics;

namespace AppFlow.Fluent.Wire;

/// <summary>What a debugger shows of a signed request: no header that proves who sent it.</summary>
internal sealed class SignedRequestView(SignedRequest request)
{
    [DebuggerDisplay("{Method,nq}")]
    public HttpMethod Method => request.Method;

    public Uri? RequestUri => request.RequestUri;

    public int Sends => request.Sends;

    public IEnumerable<string> HeaderNames => request.Headers.NonValidated.Select(header => header.Key);
}
