using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Client;

/// <summary>A call with everything that is the same for all its attempts.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Body">The payload.</param>
/// <param name="ClientToken">The idempotency token in the payload, or empty if the operation takes none.</param>
internal sealed record ServiceCall(ServiceOperation Operation, byte[] Body, string ClientToken)
{
    /// <summary>The value of <c>amz-sdk-invocation-id</c>.</summary>
    public string InvocationId { get; } = NewInvocationId();

    // It only identifies a call in logs, so it need not be unpredictable: that would make it slower, as Guid.NewGuid is.
    private static string NewInvocationId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return Uuid.Text(bytes);
    }
}
