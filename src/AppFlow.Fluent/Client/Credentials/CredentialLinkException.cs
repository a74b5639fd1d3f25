using Amazon.Runtime;

namespace AppFlow.Fluent.Client.Credentials;

/// <summary>A link of the chain that is set up and cannot give credentials.</summary>
/// <param name="link">What the link is called.</param>
/// <param name="reason">Why it cannot.</param>
internal sealed class CredentialLinkException(string link, Exception reason) : AmazonClientException(reason.Message, reason)
{
    public string Link => link;
}
