using System.Buffers;

namespace AppFlow.Fluent.Constraints;

/// <summary>The model's <c>ClientToken</c>.</summary>
internal sealed class ClientTokenConstraint : TextConstraint
{
    public const int MinLength = 1;
    public const int MaxLength = 256;
    public const string Pattern = "[ -~]+";

    private static readonly SearchValues<char> Printable = SearchValues.Create(AsciiPattern.PrintableCharacters);

    private ClientTokenConstraint()
        : base("clientToken", MinLength, MaxLength)
    {
    }

    public static ClientTokenConstraint Instance { get; } = new();

    protected override string? ContentFault(string value) => ForbiddenCharacter(value, Printable, "printable ASCII characters (space to ~)");
}
