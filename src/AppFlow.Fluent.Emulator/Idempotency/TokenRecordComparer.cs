namespace AppFlow.Fluent.Emulator.Idempotency;

/// <summary>Finds a record by its operation and token, so that the table does not need to store them twice.</summary>
internal sealed class TokenRecordComparer : IEqualityComparer<TokenRecord>, IAlternateEqualityComparer<TokenKey, TokenRecord>
{
    public bool Equals(TokenRecord? x, TokenRecord? y) => ReferenceEquals(x, y);

    public bool Equals(TokenKey alternate, TokenRecord other) =>
        alternate.ClientToken == other.ClientToken && alternate.Operation == other.Operation;

    public int GetHashCode(TokenRecord obj) => GetHashCode(new TokenKey(obj.Operation, obj.ClientToken));

    public int GetHashCode(TokenKey alternate) => HashCode.Combine(alternate.Operation.Length, alternate.ClientToken);

    public TokenRecord Create(TokenKey alternate) => throw new NotSupportedException("A record cannot be created from its key.");
}
