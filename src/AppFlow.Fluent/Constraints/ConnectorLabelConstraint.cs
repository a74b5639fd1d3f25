using System.Buffers;

namespace AppFlow.Fluent.Constraints;

/// <summary>The model's <c>ConnectorLabel</c>: its pattern needs at least two characters.</summary>
internal sealed class ConnectorLabelConstraint : TextConstraint
{
    public const int MinLength = 2;
    public const int MaxLength = 256;
    public const string Pattern = "[0-9A-Za-z][" + AsciiPattern.WordCharacters + "!@#.\\-]+";

    private static readonly SearchValues<char> First = SearchValues.Create(AsciiPattern.LettersAndDigits);
    private static readonly SearchValues<char> Rest = SearchValues.Create(AsciiPattern.LettersAndDigits + "_!@#.-");

    private ConnectorLabelConstraint()
        : base("connectorLabel", MinLength, MaxLength)
    {
    }

    public static ConnectorLabelConstraint Instance { get; } = new();

    protected override string? ContentFault(string value) =>
        First.Contains(value[0])
            ? ForbiddenCharacter(value, Rest, "ASCII letters, digits and _ ! @ # . -")
            : $"must begin with an ASCII letter or digit; it begins with {Character(value, 0)}.";
}
