using Amazon.Runtime;

namespace AppFlow.Fluent.Wire;

/// <summary>
/// The signing key of Signature Version 4, derived once for each day, region and identity.
/// </summary>
/// <remarks>
/// One entry is enough: a client signs for one region, and the day and the identity rarely change. The entry is an immutable object swapped
/// as a whole, so readers need no lock; two threads that derive the same key at once only waste a little work.
/// </remarks>
internal sealed class SigningKeyCache
{
    private SigningKey? _key;

    /// <summary>The key for <paramref name="date"/> (<c>yyyyMMdd</c>), region, service and identity.</summary>
    public SigningKey Get(ReadOnlySpan<char> date, string region, string service, ImmutableCredentials credentials)
    {
        var key = Volatile.Read(ref _key);
        if (key is null || !key.Matches(date, region, service, credentials))
        {
            key = new SigningKey(date.ToString(), region, service, credentials);
            Volatile.Write(ref _key, key);
        }

        return key;
    }
}
