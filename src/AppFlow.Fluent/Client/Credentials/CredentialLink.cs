using Amazon.Runtime;

namespace AppFlow.Fluent.Client.Credentials;

/// <summary>A link of the chain that provides credentials.</summary>
/// <param name="Name">Its name in messages, as part of a sentence.</param>
/// <param name="Provider">The provider.</param>
internal sealed record CredentialLink(string Name, AWSCredentials Provider);
