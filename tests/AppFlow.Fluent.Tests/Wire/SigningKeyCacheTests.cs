using Amazon.Runtime;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Tests.Wire;

public sealed class SigningKeyCacheTests
{
    [Fact]
    public void A_key_is_cached_for_its_day_region_service_and_identity()
    {
        var cache = new SigningKeyCache();
        Assert.Same(cache.Get("20260102", "us-east-1", "appflow", Identity()), cache.Get("20260102", "us-east-1", "appflow", Identity()));
    }

    [Theory]
    [InlineData("20260103", "us-east-1", "appflow", "secret")]
    [InlineData("20260102", "us-east-2", "appflow", "secret")]
    [InlineData("20260102", "us-east-1", "service", "secret")]
    [InlineData("20260102", "us-east-1", "appflow", "Secret")]
    public void Another_day_region_service_or_secret_has_another_key(string date, string region, string service, string secretKey)
    {
        var cache = new SigningKeyCache();
        var first = cache.Get("20260102", "us-east-1", "appflow", Identity()).Bytes.ToArray();
        Assert.NotEqual(first, cache.Get(date, region, service, Identity(secretKey: secretKey)).Bytes.ToArray());
        Assert.Equal(first, cache.Get("20260102", "us-east-1", "appflow", Identity()).Bytes.ToArray());
    }

    [Fact]
    public void The_key_is_the_one_of_the_published_example() => Assert.Equal(
        "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9",
        Convert.ToHexStringLower(
            new SigningKeyCache().Get("20150830", "us-east-1", "iam", Identity(secretKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")).Bytes));

    // Two access keys have the same secret only in tests, but a signature that names the other one would be refused.
    [Fact]
    public void Another_access_key_with_the_same_secret_is_named()
    {
        var cache = new SigningKeyCache();
        foreach (var accessKey in new[] { "FIRST", "SECOND", "FIRST" })
        {
            var key = cache.Get("20260102", "us-east-1", "appflow", Identity(accessKey));
            Assert.Equal($"AWS4-HMAC-SHA256 Credential={accessKey}/20260102/us-east-1/appflow/aws4_request", key.Credential);
        }
    }

    private static ImmutableCredentials Identity(string accessKey = "AKID", string secretKey = "secret") => new(accessKey, secretKey, null);
}
