namespace AppFlow.Fluent.Rules.Constants;

/// <summary>Explains what is wrong with an ARN by the form of ARNs, because a pattern of 200 characters helps nobody.</summary>
internal static class ArnForm
{
    private const string Form = "must have the form arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE";

    /// <summary>A typical ARN of a Lambda function.</summary>
    public const string Example = "arn:aws:lambda:us-east-1:123456789012:function:orders";

    private const int Account = 4;
    private const int Parts = 6;

    /// <summary>Whether a pattern describes ARNs.</summary>
    public static bool IsAskedForBy(string pattern) => pattern.TrimStart('^').StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>What is wrong, as the rest of a sentence.</summary>
    /// <param name="text">The text that the pattern refuses; null if only parts of it are known.</param>
    /// <param name="acceptsExample">Whether the pattern accepts the example; if not, it describes another service's ARNs.</param>
    public static string Fault(string? text, bool acceptsExample)
    {
        var form = acceptsExample ? $"{Form}, for example {Example}" : Form;
        return text is null
            ? $"{form}, which its constant parts do not fit"
            : acceptsExample && Detail(text) is { } detail ? $"{form}; {detail}" : form;
    }

    private static string? Detail(string text)
    {
        if (text.IndexOfAny(['\n', '\r', '\u0085', '\u2028', '\u2029']) is >= 0 and var lineBreak)
        {
            return $"it has {CharacterName.At(text, lineBreak)}";
        }

        var parts = text.Split(':');
        if (parts[0] != "arn")
        {
            return "it does not begin with 'arn'";
        }

        if (parts.Length < Parts)
        {
            return $"it has {parts.Length} parts between colons, not {Parts}";
        }

        if (parts[1] != "aws" && !parts[1].StartsWith("aws-", StringComparison.Ordinal))
        {
            return $"its partition is '{parts[1]}', not aws, aws-cn or another one's name";
        }

        return parts[Account].Length == 0 ? "it has no account number"
            : parts[Account].All(character => character is >= '0' and <= '9') ? null
            : $"its account is '{parts[Account]}', not a number";
    }
}
