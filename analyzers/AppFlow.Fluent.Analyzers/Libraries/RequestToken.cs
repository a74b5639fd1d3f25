namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What is known of a request's token.</summary>
/// <param name="IsFilled">Whether the SDK makes one for each send without it.</param>
/// <param name="IsWrittenBack">Whether the SDK writes the one that it makes into the request, so that a second send of the object has it too.</param>
/// <param name="IsRetried">Whether a retry without it, or with another one, is a new call to the service.</param>
internal sealed record RequestToken(bool IsFilled, bool IsWrittenBack, bool IsRetried);
