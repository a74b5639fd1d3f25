using Amazon.Runtime;

namespace AppFlow.Fluent.Client.Credentials;

/// <summary>A configured link of the chain cannot provide credentials.</summary>
/// <param name="link">The name of the link.</param>
/// <param name="reason">Why it cannot.</param>
internal sealed class CredentialLinkException(string link, Exception reason) : AmazonClientException(reason.Message, reason)
{
    public string Link => link;
}
