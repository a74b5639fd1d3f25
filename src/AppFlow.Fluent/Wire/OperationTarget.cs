namespace AppFlow.Fluent.Wire;

/// <summary>The address of an operation, and what its signatures have in common.</summary>
/// <param name="Uri">The address.</param>
/// <param name="Head">What is signed without a session token.</param>
/// <param name="HeadWithToken">What is signed with a session token.</param>
internal sealed record OperationTarget(Uri Uri, CanonicalHead Head, CanonicalHead HeadWithToken);
