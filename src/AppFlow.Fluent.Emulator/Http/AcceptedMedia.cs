using AppFlow.Fluent.Emulator.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AppFlow.Fluent.Emulator.Http;

/// <summary>The protocol has one media type: the request's body must have it, and its Accept header must not exclude it.</summary>
internal static class AcceptedMedia
{
    private const string Json = "application/json";

    /// <exception cref="ServiceException">The body has another media type, or none.</exception>
    public static void ThrowIfUnsupported(IHeaderDictionary headers, ReadOnlyMemory<byte> body)
    {
        var contentType = headers.ContentType;
        if (body.IsEmpty || (contentType.Count == 1 && contentType[0] == Json))
        {
            return;
        }

        if (contentType.Count != 1 || !MediaTypeHeaderValue.TryParse(contentType[0], out var type) || !IsJson(type))
        {
            throw ServiceException.UnsupportedMediaType(contentType.ToString());
        }
    }

    /// <exception cref="ServiceException">The request does not accept JSON.</exception>
    public static void ThrowIfNotAcceptable(IHeaderDictionary headers)
    {
        var accept = headers.Accept;
        if (!StringValues.IsNullOrEmpty(accept) && !Accepts(accept))
        {
            throw ServiceException.NotAcceptable(accept.ToString());
        }
    }

    /// <summary>The most specific range that matches decides: <c>*/*, application/json;q=0</c> excludes it.</summary>
    private static bool Accepts(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept.OfType<string>().ToList(), out var ranges))
        {
            return false;
        }

        var decisive = ranges.Where(range => Exactness(range) > 0).OrderByDescending(Exactness).ThenByDescending(Weight).FirstOrDefault();
        return decisive is not null && Weight(decisive) > 0;
    }

    private static int Exactness(MediaTypeHeaderValue range) =>
        IsJson(range) ? 3 : range.MatchesAllTypes ? 1 : range.MatchesAllSubTypes && IsApplication(range) ? 2 : 0;

    private static double Weight(MediaTypeHeaderValue range) => range.Quality ?? 1;

    private static bool IsJson(MediaTypeHeaderValue type) => type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase);

    private static bool IsApplication(MediaTypeHeaderValue type) => type.Type.Equals("application", StringComparison.OrdinalIgnoreCase);
}
