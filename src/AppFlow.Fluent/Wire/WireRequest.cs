namespace AppFlow.Fluent.Wire;

/// <summary>One attempt of a call, ready to be signed.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Body">The payload, the same for every attempt of the call.</param>
/// <param name="InvocationId">The value of <c>amz-sdk-invocation-id</c>, the same for every attempt of the call.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="MaxAttempts">The maximum number of attempts of the call.</param>
internal readonly record struct WireRequest(
    ServiceOperation Operation,
    byte[] Body,
    string InvocationId,
    int Attempt,
    int MaxAttempts);
