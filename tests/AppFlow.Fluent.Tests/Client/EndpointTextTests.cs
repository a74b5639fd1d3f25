using AppFlow.Fluent.Client;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>A quoted endpoint shows no user and no password, however it is misspelled.</summary>
public sealed class EndpointTextTests
{
    public static TheoryData<string, string> Addresses => new()
    {
        { "ftp://user:pw@host/", "ftp://***@host/" },
        { "https//user:pw@host", "https//***@host" },
        { "https:/user:pw@host", "***@host" },
        { "user:pw@host:8321", "***@host:8321" },
        { "ftp://user:pw@pw/pw@host", "ftp://***@host" },
        { "ftp://user:pw//pw@host", "ftp://***@host" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void A_quoted_variable_shows_no_password(string address, string shown)
    {
        Assert.Equal(shown, EndpointText.Of(address));
        var ambient = FakeService.Nothing with { Variable = name => name == "AWS_ENDPOINT_URL" ? address : null };
        var e = Assert.Throws<InvalidOperationException>(() => new AppFlowClient(new AppFlowClientOptions { Region = "us-east-1" }, ambient, () => 0));

        Assert.Contains("AWS_ENDPOINT_URL", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pw", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("user:", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://user:pw@host/")]
    [InlineData("https://user:pw@host/")]
    public void A_quoted_option_shows_no_password(string address)
    {
        var e = Assert.Throws<ArgumentException>(() => new AppFlowClient(new AppFlowClientOptions { Region = "us-east-1", Endpoint = new Uri(address) }));

        Assert.Equal("Endpoint", e.ParamName);
        Assert.DoesNotContain("pw", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_without_a_user_is_quoted_unchanged_but_short_and_on_one_line()
    {
        Assert.Equal("localhost:8321", EndpointText.Of("localhost:8321"));
        Assert.Equal("a\uFFFDb", EndpointText.Of("a\nb"));
        Assert.Equal(201, EndpointText.Of(new string('h', 5_000)).Length);
    }
}
