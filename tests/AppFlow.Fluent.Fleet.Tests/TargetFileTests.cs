using Fleet.Targets;

namespace AppFlow.Fluent.Fleet.Tests;

public sealed class TargetFileTests
{
    private const string Header = "account,region,label,lambda,endpoint,role,profile\n";

    [Fact]
    public void A_row_is_a_target()
    {
        var targets = Read(
            Header
            + "# production\n"
            + "111111111111,us-east-1,orders,arn:aws:lambda:us-east-1:111111111111:function:orders,,arn:aws:iam::111111111111:role/rollout,\n"
            + "222222222222, eu-central-1 ,\"orders\",,http://127.0.0.1:8321,,\n"
            + "333333333333,ap-southeast-2,orders,,,,production\n");

        Assert.Equal(
            [
                new Target(
                    "111111111111",
                    "us-east-1",
                    "orders",
                    "arn:aws:lambda:us-east-1:111111111111:function:orders",
                    Role: "arn:aws:iam::111111111111:role/rollout"),
                new Target("222222222222", "eu-central-1", "orders", Endpoint: new Uri("http://127.0.0.1:8321")),
                new Target("333333333333", "ap-southeast-2", "orders", Profile: "production"),
            ],
            targets);
    }

    [Fact]
    public void Columns_stand_in_any_order_and_optional_ones_may_be_missing() =>
        Assert.Equal([new Target("111111111111", "us-east-1", "orders")], Read("label,account,region\norders,111111111111,us-east-1\n"));

    [Theory]
    [InlineData("11111111111,us-east-1,orders,,,,", "column account: '11111111111' is not an account of 12 digits.")]
    [InlineData("111111111111,US-EAST-1,orders,,,,", "column region: 'US-EAST-1' is not a region such as eu-central-1.")]
    [InlineData("111111111111,fips-us-east-1,orders,,,,", "column region: 'fips-us-east-1' is not a region such as eu-central-1.")]
    [InlineData("111111111111,aws-global,orders,,,,", "column region: 'aws-global' is not a region such as eu-central-1.")]
    [InlineData("111111111111,us-east-1,orders,,https://proxy.example.com/?a=b,,", "column endpoint: ")]
    [InlineData("111111111111,us-east-1,o,,,,", "column label: ")]
    [InlineData("111111111111,us-east-1,,,,,", "column label: ")]
    [InlineData("111111111111,us-east-1,orders,orders-lambda,,,", "column lambda: ")]
    [InlineData("111111111111,us-east-1,orders,,http://example.com,,", "column endpoint: 'http://example.com' is neither an https address nor http on loopback.")]
    [InlineData("111111111111,us-east-1,orders,,https://user:secret@example.com,,", "column endpoint: ")]
    [InlineData("111111111111,us-east-1,orders,,,arn:aws:iam::222222222222:role/rollout,", "column role: 'arn:aws:iam::222222222222:role/rollout' is not the ARN of a role of account 111111111111")]
    [InlineData("111111111111,us-east-1,orders,,,arn:aws:iam::111111111111:role/rollout,production", "column profile: a target has a role or a profile, not both.")]
    [InlineData("111111111111,us-east-1", "column region: the line has 2 columns, the header 7.")]
    [InlineData("111111111111,us-east-1,orders,,,,,x", "column profile: the line has 8 columns, the header 7.")]
    [InlineData("111111111111,us-east-1,or\"ders,,,,", "column label: ")]
    public void A_bad_value_is_named_with_line_and_column(string row, string fault)
    {
        var faults = Assert.Throws<TargetFileException>(() => Read($"{Header}222222222222,us-east-1,orders,,,,\n{row}\n")).Faults;

        Assert.StartsWith($"fleet.csv line 3, {fault}", faults[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("wJalrXUtnFEMIK7MDENGxbPxRfiCYEXAMPLEKEYx")]
    [InlineData("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    public void A_secret_is_no_profile_and_is_not_repeated(string secret)
    {
        var refused = Assert.Throws<TargetFileException>(() => Read($"{Header}111111111111,us-east-1,orders,,,,{secret}\n"));

        Assert.StartsWith("fleet.csv line 2, column profile: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_reading_tells_all_that_is_wrong() => Assert.Equal(
        ["fleet.csv line 2, column account: ", "fleet.csv line 2, column region: ", "fleet.csv line 4, column region: "],
        Assert.Throws<TargetFileException>(() => Read("account,region,label\n1,x,orders\n111111111111,us-east-1,orders\n111111111111,2,orders\n"))
            .Faults.Select(fault => fault[..(fault.IndexOf(": ", StringComparison.Ordinal) + 2)]));

    [Fact]
    public void A_target_stands_in_the_file_once() => Assert.Equal(
        ["fleet.csv line 4, column label: 111111111111/us-east-1/orders is already the target of line 2."],
        Assert.Throws<TargetFileException>(() => Read(
            "account,region,label\n111111111111,us-east-1,orders\n111111111111,us-east-2,orders\n111111111111,us-east-1,orders\n")).Faults);

    [Theory]
    [InlineData("account,label\n", "fleet.csv line 1, column region: it is missing.")]
    [InlineData("# production\naccount,label\n", "fleet.csv line 2, column region: it is missing.")]
    [InlineData("account,region,label,secret\n", "fleet.csv line 1, column secret: it is not known.")]
    [InlineData("account,region,label,label\n", "fleet.csv line 1, column label: it is there twice.")]
    [InlineData("account,region,label\n", "fleet.csv: there is no target below the header.")]
    [InlineData("", "fleet.csv: the file is empty.")]
    public void A_header_that_does_not_fit_is_refused(string file, string fault) =>
        Assert.StartsWith(fault, Assert.Throws<TargetFileException>(() => Read(file)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<Target> Read(string text)
    {
        using var reader = new StringReader(text);
        return TargetFile.Read(reader, "fleet.csv");
    }
}
