namespace AppFlow.Fluent.Constraints;

/// <summary>
/// Parts of the patterns on the requests' properties. The service's <c>\w</c> and <c>\s</c> are ASCII, .NET's are not, so they are spelled
/// out.
/// </summary>
internal static class AsciiPattern
{
    public const string WordCharacters = "0-9A-Z_a-z";

    public const string WhiteSpace = " \\t\\n\\v\\f\\r";

    /// <summary>Surrogates must come in pairs: malformed text cannot be sent.</summary>
    public const string SurrogatePair = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";

    public const string Surrogates = "\\uD800-\\uDFFF";

    public const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public const string LettersAndDigits = Letters + "0123456789";

    public const string PrintableCharacters = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    public const string WhiteSpaceCharacters = " \t\n\v\f\r";
}
