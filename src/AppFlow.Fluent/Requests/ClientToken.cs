using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent;

/// <summary>Creates client tokens: the idempotency tokens of <c>RegisterConnector</c> and <c>UpdateConnectorRegistration</c>.</summary>
/// <remarks>
/// The service keeps a token for eight hours: the same token with the same input is applied once, with different input it is an error. See
/// <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html"/>.
/// </remarks>
public static class ClientToken
{
    // Part of every derived token: if it changed, a step that is re-run after an upgrade would be applied twice.
    private const string DerivationScheme = "AppFlow.Fluent operation id, scheme 1";

    /// <summary>Creates a new token, a random UUID. Store it with the request, and send it again with the request.</summary>
    public static string New() => Uuid.Text(Guid.NewGuid());

    /// <summary>Turns a UUID into a token, in the form of <see cref="New"/>: lower case, with hyphens.</summary>
    /// <param name="value">A UUID that belongs to one call, for example the key of the database row that causes the call.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="value"/> is <see cref="Guid.Empty"/>, which is most likely a variable that was never set.
    /// </exception>
    public static string From(Guid value) => value == Guid.Empty
        ? throw new ArgumentException("The UUID must not be empty: each call needs its own.", nameof(value))
        : Uuid.Text(value);

    /// <summary>
    /// The token of an operation id: the same for the same id, operation and content, on every machine and in every version.
    /// </summary>
    /// <param name="operationId">The caller's id.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="content">The fields of the request by their JSON names; null means not set.</param>
    internal static string Derive(string operationId, string operation, params ReadOnlySpan<(string Field, string? Value)> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, DerivationScheme);
        Append(hash, operationId);
        Append(hash, operation);
        foreach (var (field, value) in content)
        {
            if (value is not null)
            {
                Append(hash, field);
                Append(hash, value);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Each text is preceded by its length, so that two different lists of texts never have the same hash.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
