using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Client;

/// <summary>A call with everything that stays the same over its attempts.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Body">The payload.</param>
/// <param name="ClientToken">The idempotency token in the payload, or empty where the operation takes none.</param>
internal sealed record ServiceCall(ServiceOperation Operation, ReadOnlyMemory<byte> Body, string ClientToken)
{
    /// <summary>The value of <c>amz-sdk-invocation-id</c>.</summary>
    public string InvocationId { get; } = Guid.NewGuid().ToString();
}
