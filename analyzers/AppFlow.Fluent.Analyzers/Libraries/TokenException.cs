namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>One exception to the rule of the three names.</summary>
/// <param name="Sign">How the property differs from the rule.</param>
/// <param name="Service">The namespace of the service, without <c>Amazon</c> and <c>Model</c>.</param>
/// <param name="Type">The name of the type.</param>
/// <param name="Property">The name of the property.</param>
/// <param name="IsFilled">Whether the SDK generates a token if none is set.</param>
internal sealed record TokenException(TokenExceptionSign Sign, string Service, string Type, string Property, bool IsFilled);
