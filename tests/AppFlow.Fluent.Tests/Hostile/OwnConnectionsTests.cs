using System.Net;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>The limits of the client's own connections are set explicitly.</summary>
public sealed class OwnConnectionsTests
{
    [Fact]
    public void The_limits_for_a_service_are_tight()
    {
        using var handler = HttpTransport.CreateHandler(new Uri("https://appflow.example.com"));

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(DecompressionMethods.None, handler.AutomaticDecompression);
        Assert.Equal(16, handler.MaxResponseHeadersLength);
        Assert.Equal(0, handler.MaxResponseDrainSize);
        Assert.Equal(TimeSpan.FromSeconds(15), handler.ConnectTimeout);
        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8321", false)]
    [InlineData("http://[::1]:8321", false)]
    [InlineData("http://localhost:8321", false)]
    [InlineData("https://appflow.eu-central-1.amazonaws.com", true)]
    public void A_proxy_of_the_environment_is_only_used_for_other_machines(string endpoint, bool expected)
    {
        using var handler = HttpTransport.CreateHandler(new Uri(endpoint));

        Assert.Equal(expected, handler.UseProxy);
    }
}
