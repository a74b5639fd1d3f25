using AppFlow.Fluent.Analyzers.Libraries;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>Checks the form and the counts of the table of exceptions to the three token names.</summary>
public sealed class TokenExceptionsTests
{
    [Fact]
    public void The_table_has_a_row_for_each_exception() => Assert.Equal(253, TokenExceptions.All.Count);

    [Theory]
    [InlineData(nameof(TokenExceptionSign.OtherName), 76, 57)]
    [InlineData(nameof(TokenExceptionSign.Nested), 16, 0)]
    [InlineData(nameof(TokenExceptionSign.None), 16, 0)]
    [InlineData(nameof(TokenExceptionSign.NotFilled), 145, 0)]
    public void The_table_has_the_expected_number_of_rows_of_each_sort(string sign, int rows, int filled)
    {
        var all = TokenExceptions.All.Where(row => row.Sign.ToString() == sign).ToList();

        Assert.Equal(rows, all.Count);
        Assert.Equal(filled, all.Count(row => row.IsFilled));
    }

    [Fact]
    public void Each_row_names_a_property_once() =>
        Assert.Equal(TokenExceptions.All.Count, TokenExceptions.All.Select(row => (row.Service, row.Type, row.Property)).Distinct().Count());

    [Fact]
    public void Names_in_the_table_are_identifiers() => Assert.All(
        TokenExceptions.All.SelectMany(row => new[] { row.Service, row.Type, row.Property }),
        name => Assert.Matches("^[A-Z][A-Za-z0-9]*$", name));

    [Fact]
    public void Tokens_that_the_SDK_does_not_generate_have_one_of_the_three_names() => Assert.All(
        TokenExceptions.All.Where(row => row.Sign == TokenExceptionSign.NotFilled),
        row => Assert.Contains(row.Property, RequestTokens.UsualNames));

    [Fact]
    public void A_token_with_another_name_has_none_of_the_three_names() => Assert.All(
        TokenExceptions.All.Where(row => row.Sign == TokenExceptionSign.OtherName),
        row => Assert.DoesNotContain(row.Property, RequestTokens.UsualNames));

    [Theory]
    [InlineData("EC2", "CreateFlowLogsRequest", "ClientToken", false)]
    [InlineData("Backup", "CreateBackupPlanRequest", "CreatorRequestId", true)]
    [InlineData("Route53", "CreateHostedZoneRequest", "CallerReference", false)]
    public void Rows_are_found_by_service_type_and_property(string service, string type, string property, bool isFilled) =>
        Assert.Equal(isFilled, TokenExceptions.Find(service, type, property)?.IsFilled);

    [Fact]
    public void Types_that_are_part_of_requests_are_found_by_their_full_names()
    {
        Assert.Equal("CallerReference", TokenExceptions.NestedToken("CloudFront", "InvalidationBatch"));
        Assert.Equal("ClientToken", TokenExceptions.NestedToken("ConnectCampaignService", "DialRequest"));
        Assert.Null(TokenExceptions.NestedToken("EC2", "InvalidationBatch"));
    }

    [Theory]
    [InlineData("+ EC2 ClientToken")]
    [InlineData("EC2 ClientToken: RunInstances")]
    [InlineData("? EC2 ClientToken: RunInstances")]
    public void A_malformed_line_is_refused(string line) => Assert.Throws<FormatException>(() => TokenExceptions.Parse([line]).ToList());
}
