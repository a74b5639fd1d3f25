namespace AppFlow.Fluent.Emulator.Idempotency;

/// <summary>Finds a record by its operation and token, so that no table needs to hold them a second time.</summary>
internal sealed class TokenRecordComparer : IEqualityComparer<TokenRecord>, IAlternateEqualityComparer<TokenKey, TokenRecord>
{
    public bool Equals(TokenRecord? x, TokenRecord? y) => ReferenceEquals(x, y);

    public bool Equals(TokenKey alternate, TokenRecord other) =>
        alternate.ClientToken == other.ClientToken && alternate.Operation == other.Operation;

    public int GetHashCode(TokenRecord obj) => GetHashCode(new TokenKey(obj.Operation, obj.ClientToken));

    public int GetHashCode(TokenKey alternate) => HashCode.Combine(alternate.Operation.Length, alternate.ClientToken);

    public TokenRecord Create(TokenKey alternate) => throw new NotSupportedException("A record is not made from its key alone.");
}
