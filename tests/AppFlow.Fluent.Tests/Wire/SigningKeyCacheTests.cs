using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Tests.Wire;

public sealed class SigningKeyCacheTests
{
    [Fact]
    public void A_key_is_cached_for_its_day_region_service_and_secret()
    {
        var cache = new SigningKeyCache();
        Assert.Same(cache.Get("20260102", "us-east-1", "appflow", "secret"), cache.Get("20260102", "us-east-1", "appflow", "secret"));
    }

    [Theory]
    [InlineData("20260103", "us-east-1", "appflow", "secret")]
    [InlineData("20260102", "us-east-2", "appflow", "secret")]
    [InlineData("20260102", "us-east-1", "service", "secret")]
    [InlineData("20260102", "us-east-1", "appflow", "Secret")]
    public void Another_day_region_service_or_secret_has_another_key(string date, string region, string service, string secret)
    {
        var cache = new SigningKeyCache();
        var first = cache.Get("20260102", "us-east-1", "appflow", "secret").Bytes.ToArray();
        Assert.NotEqual(first, cache.Get(date, region, service, secret).Bytes.ToArray());
        Assert.Equal(first, cache.Get("20260102", "us-east-1", "appflow", "secret").Bytes.ToArray());
    }

    [Fact]
    public void The_key_is_the_one_of_the_published_example() => Assert.Equal(
        "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9",
        Convert.ToHexStringLower(
            new SigningKeyCache().Get("20150830", "us-east-1", "iam", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY").Bytes));
}
