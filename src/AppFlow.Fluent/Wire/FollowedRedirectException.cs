namespace AppFlow.Fluent.Wire;

/// <summary>The caller's handler followed a redirect: another host answered, and would answer again on a retry.</summary>
internal sealed class FollowedRedirectException(Uri? elsewhere)
    : HttpRequestException(
        HttpRequestError.InvalidResponse,
        $"The HttpClient followed a redirect to {elsewhere?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}; "
        + "set AllowAutoRedirect to false on its handler.");
