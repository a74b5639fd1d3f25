namespace AppFlow.Fluent.Constraints;

/// <summary>
/// The id that a client token is derived from. It never leaves the machine, so any text is valid unless it is blank: a blank one is most
/// likely a variable that was never set.
/// </summary>
internal sealed class OperationIdConstraint : TextConstraint
{
    public const int MinLength = 1;
    public const int MaxLength = 256;
    public const string Pattern = "(?=[\\s\\S]*\\S)(?:[^" + AsciiPattern.Surrogates + "]|" + AsciiPattern.SurrogatePair + ")+";

    private OperationIdConstraint()
        : base("operationId", MinLength, MaxLength)
    {
    }

    public static OperationIdConstraint Instance { get; } = new();

    protected override string? ContentFault(string value) =>
        string.IsNullOrWhiteSpace(value) ? "must not be blank." : BrokenSurrogate(value);
}
