using System.Buffers;

namespace AppFlow.Fluent.Constraints;

/// <summary>The model's <c>Description</c>: it may be empty, and holds no comma, colon, quote or parenthesis.</summary>
internal sealed class DescriptionConstraint : TextConstraint
{
    public const int MaxLength = 1024;
    public const string Pattern = "[" + AsciiPattern.WhiteSpace + AsciiPattern.WordCharacters + "/!@#+=.\\-]*";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create(AsciiPattern.LettersAndDigits + AsciiPattern.WhiteSpaceCharacters + "_/!@#+=.-");

    private DescriptionConstraint()
        : base("description", minLength: 0, MaxLength)
    {
    }

    public static DescriptionConstraint Instance { get; } = new();

    protected override string? ContentFault(string value) =>
        ForbiddenCharacter(value, Allowed, "ASCII letters, digits, white space and _ / ! @ # + = . -");
}
