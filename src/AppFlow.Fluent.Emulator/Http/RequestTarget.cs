using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>
/// Path and query of a request line, as sent. The server decodes its own copies, but a signature covers the encoded form.
/// </summary>
internal readonly record struct RequestTarget(string RawPath, string RawQuery)
{
    public static RequestTarget Of(HttpContext context) => Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);

    private static RequestTarget Parse(string rawTarget)
    {
        var target = rawTarget;
        var schemeEnd = target.IndexOf("://", StringComparison.Ordinal);

        // A proxy's form of the request line names the host too.
        if (!target.StartsWith('/') && schemeEnd >= 0)
        {
            var pathStart = target.IndexOfAny(['/', '?'], schemeEnd + 3);
            target = pathStart < 0 ? "" : target[pathStart..];
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? new RequestTarget(target, "") : new RequestTarget(target[..question], target[(question + 1)..]);
    }
}
