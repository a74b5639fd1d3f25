namespace AppFlow.Fluent.Wire;

/// <summary>A handler that the caller brought followed a redirect: what answered is not who was asked, and will not be next time.</summary>
internal sealed class FollowedRedirectException(Uri answered)
    : HttpRequestException(
        HttpRequestError.InvalidResponse,
        $"The HttpClient followed a redirect to {answered.GetLeftPart(UriPartial.Authority)}; set AllowAutoRedirect to false on its handler.");
