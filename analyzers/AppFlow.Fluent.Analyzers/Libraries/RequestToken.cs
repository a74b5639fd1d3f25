namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The properties of a request's token.</summary>
/// <param name="IsFilled">Whether the SDK generates one for each send without it.</param>
/// <param name="IsWrittenBack">
/// Whether the SDK writes its generated token into the request, so that a second send of the object has the same one.
/// </param>
/// <param name="IsRetried">Whether a retry without it, or with another one, is a new call to the service.</param>
internal sealed record RequestToken(bool IsFilled, bool IsWrittenBack, bool IsRetried);
