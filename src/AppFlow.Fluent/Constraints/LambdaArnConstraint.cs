using System.Buffers;

namespace AppFlow.Fluent.Constraints;

/// <summary>
/// The model's <c>ARN</c>, in any partition: the model's pattern has only <c>arn:aws:</c>, but China and GovCloud use the same service.
/// </summary>
internal sealed class LambdaArnConstraint : TextConstraint
{
    public const int MaxLength = 512;

    public const string Pattern = "arn:aws(?:-[0-9a-z]+)*:" + Text + ":" + Text + ":[0-9]+:" + Text;

    // The service's dot stops at every line terminator, .NET's only at a line feed.
    private const string Text = "(?:[^\\n\\r\\u0085\\u2028\\u2029" + AsciiPattern.Surrogates + "]|" + AsciiPattern.SurrogatePair + ")*";
    private const string Prefix = "arn:aws";
    private const string Shape = "arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, for example arn:aws:lambda:us-east-1:123456789012:function:orders";

    private static readonly SearchValues<char> LineTerminators = SearchValues.Create("\n\r\u0085\u2028\u2029");
    private static readonly SearchValues<char> PartitionCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private LambdaArnConstraint()
        : base("lambdaArn", minLength: 0, MaxLength)
    {
    }

    public static LambdaArnConstraint Instance { get; } = new();

    protected override string? ContentFault(string value)
    {
        // Printable ASCII, as nearly every ARN is, holds neither a line break nor a surrogate.
        var isPlain = !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
        return (isPlain ? null : LineBreak(value) ?? BrokenSurrogate(value)) ?? PartitionFault(value) ?? AccountFault(value);
    }

    private static string? LineBreak(string value)
    {
        var index = value.AsSpan().IndexOfAny(LineTerminators);
        return index < 0 ? null : $"must not contain a line break; it has {Character(value, index)}.";
    }

    private static string? PartitionFault(string value)
    {
        var partitionEnd = value.StartsWith(Prefix, StringComparison.Ordinal) ? value.IndexOf(':', Prefix.Length) : -1;
        if (partitionEnd < 0)
        {
            return $"must have the form {Shape}; it does not begin with arn:aws, or with another partition's name, and a colon.";
        }

        // Partitions are named aws, aws-cn, aws-us-gov: parts of letters and digits, each after one hyphen.
        for (var i = Prefix.Length; i < partitionEnd; i++)
        {
            var isPartStart = i == Prefix.Length || value[i - 1] == '-';
            if (value[i] == '-' ? isPartStart && i > Prefix.Length || i + 1 == partitionEnd : i == Prefix.Length || !PartitionCharacters.Contains(value[i]))
            {
                return $"must have the form {Shape}; its partition has {Character(value, i)}.";
            }
        }

        return null;
    }

    // The pattern lets service and region contain colons, so any later part made of digits can be the account.
    private static string? AccountFault(string value)
    {
        var rest = value.AsSpan(value.IndexOf(':', Prefix.Length) + 1);
        for (var index = 0; rest.IndexOf(':') is >= 0 and var end; index++)
        {
            if (index >= 2 && end > 0 && !rest[..end].ContainsAnyExceptInRange('0', '9'))
            {
                return null;
            }

            rest = rest[(end + 1)..];
        }

        return $"must have the form {Shape}; it has no account number between colons after the region.";
    }
}
