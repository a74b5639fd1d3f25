using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Client;

/// <summary>A call with everything that stays the same over its attempts.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Body">The payload.</param>
/// <param name="ClientToken">The idempotency token in the payload, or empty where the operation takes none.</param>
internal sealed record ServiceCall(ServiceOperation Operation, byte[] Body, string ClientToken)
{
    /// <summary>The value of <c>amz-sdk-invocation-id</c>.</summary>
    public string InvocationId { get; } = NewInvocationId();

    // It names a call in logs and guards nothing, so that it need not be unpredictable, as Guid.NewGuid is at some cost.
    private static string NewInvocationId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return Uuid.Text(bytes);
    }
}
