using Amazon.Runtime;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>Credentials that do not fit into a header are refused before anything is sent.</summary>
public sealed class CredentialsTests
{
    [Theory]
    [InlineData("AKID\n", FakeService.SecretKey, null, "access key")]
    [InlineData("AKID", "s3cr3t-value\n", null, "secret key")]
    [InlineData("AKID", " s3cr3t-value", null, "secret key")]
    [InlineData("AKID", FakeService.SecretKey, "token\r\nX-Injected: yes", "session token")]
    [InlineData("AKID", FakeService.SecretKey, "t\u00f6ken", "session token")]
    public async Task A_character_that_no_credential_has_is_refused_and_not_shown(string accessKey, string secretKey, string? token, string what)
    {
        using var network = new RecordingHandler(Answers.Arn);
        AWSCredentials credentials = token is null ? new BasicAWSCredentials(accessKey, secretKey) : new SessionAWSCredentials(accessKey, secretKey, token);
        using var client = FakeService.Client(network, credentials);
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.StartsWith($"The {what} of the credentials holds white space", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secretKey.Trim(), e.ToString(), StringComparison.Ordinal);
        Assert.Empty(network.Sent);
    }
}
