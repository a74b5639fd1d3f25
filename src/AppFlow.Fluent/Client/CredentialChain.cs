using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace AppFlow.Fluent.Client;

/// <summary>AWSSDK.Core's default chain, with the profiles that it finds and refuses to use.</summary>
internal static class CredentialChain
{
    // What it says of a profile that logs in with IAM Identity Center; its own store of profiles takes the same one.
    private const string RefusedLogin = "is an SSO profile";

    public static async Task<AWSCredentials> ResolveAsync()
    {
        try
        {
            return await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync().ConfigureAwait(false);
        }
        catch (AmazonClientException e) when (e.Message.Contains(RefusedLogin, StringComparison.Ordinal))
        {
            var profile = System.Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } name ? name : "default";
            if (new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var credentials))
            {
                return credentials;
            }

            throw;
        }
    }
}
