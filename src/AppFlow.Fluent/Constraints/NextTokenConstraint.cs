using System.Buffers;

namespace AppFlow.Fluent.Constraints;

/// <summary>The model's <c>NextToken</c>: anything but white space.</summary>
internal sealed class NextTokenConstraint : TextConstraint
{
    public const int MinLength = 1;
    public const int MaxLength = 2048;
    public const string Pattern = "(?:[^" + AsciiPattern.WhiteSpace + AsciiPattern.Surrogates + "]|" + AsciiPattern.SurrogatePair + ")+";

    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(AsciiPattern.WhiteSpaceCharacters);

    private NextTokenConstraint()
        : base("nextToken", MinLength, MaxLength)
    {
    }

    public static NextTokenConstraint Instance { get; } = new();

    protected override string? ContentFault(string value)
    {
        var space = value.AsSpan().IndexOfAny(WhiteSpace);
        return space < 0 ? BrokenSurrogate(value) : $"must not contain white space; it has {Character(value, space)}.";
    }
}
