namespace AppFlow.Fluent.Wire;

/// <summary>A handler that the caller brought follows a redirect: what answers there is not who was asked, and will not be next time.</summary>
internal sealed class FollowedRedirectException(Uri? elsewhere)
    : HttpRequestException(
        HttpRequestError.InvalidResponse,
        $"The HttpClient followed a redirect to {elsewhere?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}; "
        + "set AllowAutoRedirect to false on its handler.");
