using System.Globalization;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>Each rule of each field, for every method that takes it: the exception, its parameter and its message.</summary>
public sealed class BadInputTests
{
    private static readonly (string Field, string Value, string[] Says)[] Refused =
    [
        ("connectorLabel", "", ["2 to 256", "empty"]),
        ("connectorLabel", "a", ["2 to 256", "it is 1"]),
        ("connectorLabel", new string('a', 257), ["2 to 256", "it is 257"]),
        ("connectorLabel", "  ", ["must begin with", "U+0020"]),
        ("connectorLabel", "_a", ["must begin with", "'_' (U+005F)"]),
        ("connectorLabel", "-a", ["must begin with", "'-' (U+002D)"]),
        ("connectorLabel", "éa", ["must begin with", "'é' (U+00E9)"]),
        ("connectorLabel", "１a", ["must begin with", "'１' (U+FF11)"]),
        ("connectorLabel", "or ders", ["U+0020", "index 2"]),
        ("connectorLabel", "orders,", ["',' (U+002C)", "index 6"]),
        ("connectorLabel", "ordérs", ["'é' (U+00E9)", "index 3"]),
        ("connectorLabel", "ordеrs", ["'е' (U+0435)", "index 3"]),
        ("connectorLabel", "ａorders", ["'ａ' (U+FF41)", "index 0"]),
        ("connectorLabel", "orders٣", ["'٣' (U+0663)", "index 6"]),
        ("connectorLabel", "orders\n", ["U+000A", "index 6"]),
        ("connectorLabel", "orders\0", ["U+0000", "index 6"]),
        ("connectorLabel", "orders😀", ["'😀' (U+1F600)", "index 6"]),
        ("connectorLabel", "orders\uD83D", ["U+D83D", "index 6"]),
        ("connectorLabel", "or\u200Bders", ["U+200B", "index 2"]),
        ("description", new string('a', 1025), ["at most 1024", "it is 1025"]),
        ("description", "fast, and new", ["',' (U+002C)", "index 4"]),
        ("description", "new: paging", ["':' (U+003A)", "index 3"]),
        ("description", "it's", ["''' (U+0027)", "index 2"]),
        ("description", "a \"b\"", ["'\"' (U+0022)", "index 2"]),
        ("description", "(new)", ["'(' (U+0028)", "index 0"]),
        ("description", "new)", ["')' (U+0029)", "index 3"]),
        ("description", "a\u00A0b", ["U+00A0", "index 1"]),
        ("description", "a\u0085b", ["U+0085", "index 1"]),
        ("description", "a\u2028b", ["U+2028", "index 1"]),
        ("description", "café", ["'é' (U+00E9)", "index 3"]),
        ("description", "a\u001Bb", ["U+001B", "index 1"]),
        ("description", "a\uDC00", ["U+DC00", "index 1"]),
        ("clientToken", "", ["1 to 256", "empty"]),
        ("clientToken", new string('a', 257), ["1 to 256", "it is 257"]),
        ("clientToken", "a\nb", ["U+000A", "index 1"]),
        ("clientToken", "a\u007F", ["U+007F", "index 1"]),
        ("clientToken", "tokén", ["'é' (U+00E9)", "index 3"]),
        ("clientToken", "😀", ["'😀' (U+1F600)", "index 0"]),
        ("operationId", "", ["1 to 256", "empty"]),
        ("operationId", new string('a', 257), ["1 to 256", "it is 257"]),
        ("operationId", " \t\n", ["blank"]),
        ("operationId", "\u2003", ["blank"]),
        ("operationId", "release\uD83D", ["well-formed", "U+D83D", "index 7"]),
        ("lambdaArn", "", ["arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE"]),
        ("lambdaArn", "   ", ["arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE"]),
        ("lambdaArn", "orders", ["does not begin with arn:aws"]),
        ("lambdaArn", "arn:azure:lambda:us-east-1:123456789012:function:orders", ["does not begin with arn:aws"]),
        ("lambdaArn", "ARN:AWS:lambda:us-east-1:123456789012:function:orders", ["does not begin with arn:aws"]),
        ("lambdaArn", " arn:aws:lambda:us-east-1:123456789012:function:orders", ["does not begin with arn:aws"]),
        ("lambdaArn", "arn:aws_cn:lambda:us-east-1:123456789012:function:orders", ["partition", "'_' (U+005F)", "index 7"]),
        ("lambdaArn", "arn:aws:lambda:us-east-1::function:orders", ["no account number"]),
        ("lambdaArn", "arn:aws:lambda:us-east-1:12345678901x:function:orders", ["no account number"]),
        ("lambdaArn", "arn:aws:lambda:us-east-1:１２３:function:orders", ["no account number"]),
        ("lambdaArn", "arn:aws:lambda:us-east-1:123456789012", ["no account number"]),
        ("lambdaArn", "arn:aws:lambda:us-east-1:123456789012:function:orders\n", ["line break", "U+000A", "index 53"]),
        ("lambdaArn", "arn:aws:lambda:us-east-1:123456789012:\uDC00", ["well-formed", "U+DC00", "index 38"]),
        ("lambdaArn", "arn:aws:lambda:us-east-1:123456789012:" + new string('a', 475), ["at most 512", "it is 513"]),
        ("nextToken", "", ["1 to 2048", "empty"]),
        ("nextToken", new string('a', 2049), ["1 to 2048", "it is 2049"]),
        ("nextToken", " ", ["white space", "U+0020", "index 0"]),
        ("nextToken", "page\ttwo", ["white space", "U+0009", "index 4"]),
        ("nextToken", "a\uD83Db", ["well-formed", "U+D83D", "index 1"]),
    ];

    private static readonly (string Field, string Value)[] Accepted =
    [
        ("connectorLabel", "ab"),
        ("connectorLabel", "0-"),
        ("connectorLabel", "A_!@#.-z9"),
        ("connectorLabel", new string('a', 256)),
        ("description", ""),
        ("description", " "),
        ("description", " \t\n\v\f\r"),
        ("description", "A_z9/!@#+=.-"),
        ("description", new string('a', 1024)),
        ("clientToken", " "),
        ("clientToken", "~"),
        ("clientToken", "a, b: 'c' (\"d\")"),
        ("clientToken", new string('a', 256)),
        ("operationId", "x"),
        ("operationId", " deploy é 漢 😀\n"),
        ("operationId", new string('a', 256)),
        ("lambdaArn", RequestSamples.LambdaArn),
        ("lambdaArn", "arn:aws-cn:lambda:cn-north-1:123456789012:function:orders"),
        ("lambdaArn", "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:orders:live"),
        ("lambdaArn", "arn:aws-iso-b:lambda:us-isob-east-1:123456789012:function:orders"),
        ("lambdaArn", "arn:aws:lambda:us-east-1:123456789012:" + new string('a', 474)),
        ("nextToken", "a"),
        ("nextToken", "é😀\u00A0"),
        ("nextToken", new string('a', 2048)),
    ];

    public static TheoryData<string, string, string[]> RefusedAtEachSetter
    {
        get
        {
            var data = new TheoryData<string, string, string[]>();
            foreach (var (name, value, says) in Refused)
            {
                foreach (var setter in ConstrainedField.All.Where(setter => setter.Name == name))
                {
                    // Lone surrogates do not survive the test runner's own encoding of names.
                    data.Add(setter.ToString(), Encode(value), says);
                }
            }

            return data;
        }
    }

    public static TheoryData<string, string> AcceptedAtEachSetter
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, value) in Accepted)
            {
                foreach (var setter in ConstrainedField.All.Where(setter => setter.Name == name))
                {
                    data.Add(setter.ToString(), Encode(value));
                }
            }

            return data;
        }
    }

    public static TheoryData<string> TextSetters =>
        new(ConstrainedField.TextNames);

    [Theory]
    [MemberData(nameof(RefusedAtEachSetter))]
    public void An_invalid_value_is_refused_with_name_rule_and_character(string setter, string encoded, string[] says)
    {
        var field = ConstrainedField.Named(setter);
        var refusal = field.Refusal(Decode(encoded));

        Assert.NotNull(refusal);
        Assert.Equal(typeof(ArgumentException), refusal.GetType());
        Assert.Equal(field.Name, refusal.ParamName);
        Assert.StartsWith(field.Name + " ", refusal.Message, StringComparison.Ordinal);
        Assert.All(says, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AcceptedAtEachSetter))]
    public void A_value_on_the_right_side_of_each_limit_is_accepted(string setter, string encoded) =>
        Assert.Null(ConstrainedField.Named(setter).Refusal(Decode(encoded)));

    [Theory]
    [MemberData(nameof(TextSetters))]
    public void Null_is_refused_as_null(string setter)
    {
        var field = ConstrainedField.Named(setter);
        var refusal = Assert.IsType<ArgumentNullException>(field.Refusal(null));

        Assert.Equal(field.Name, refusal.ParamName);
        Assert.StartsWith($"{field.Name} must not be null", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_provisioning_config_is_refused_as_null()
    {
        foreach (var refusal in new[]
        {
            Assert.Throws<ArgumentNullException>(() => ConnectorRegistration.Update().WithConnectorProvisioningConfig(null!)),
            Assert.Throws<ArgumentNullException>(() => ConnectorRegistration.Register().WithConnectorProvisioningConfig(null!)),
        })
        {
            Assert.Equal("connectorProvisioningConfig", refusal.ParamName);
            Assert.StartsWith("connectorProvisioningConfig must not be null", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_page_size_outside_1_to_100_is_out_of_range(int maxResults)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => ConnectorRegistration.List().WithMaxResults(maxResults));

        Assert.Equal("maxResults", refusal.ParamName);
        Assert.Equal(maxResults, refusal.ActualValue);
        Assert.StartsWith("maxResults must be 1 to 100", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(maxResults.ToString(CultureInfo.InvariantCulture), refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_page_size_at_either_limit_is_accepted(int maxResults) =>
        Assert.Equal(maxResults, ConnectorRegistration.List().WithMaxResults(maxResults).MaxResults);

    private static string Encode(string value) => string.Concat(value.Select(character => character is > ' ' and <= '~' and not '\\'
        ? character.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"\\{(int)character:X4}")));

    private static string Decode(string encoded)
    {
        var parts = encoded.Split('\\');
        return parts[0] + string.Concat(parts.Skip(1)
            .Select(part => (char)int.Parse(part[..4], NumberStyles.HexNumber, CultureInfo.InvariantCulture) + part[4..]));
    }
}
