using Amazon.Runtime;

namespace AppFlow.Fluent.Client.Credentials;

/// <summary>A link of the chain that has credentials.</summary>
/// <param name="Name">What it is called in messages, as part of a sentence.</param>
/// <param name="Provider">Who gives them.</param>
internal sealed record CredentialLink(string Name, AWSCredentials Provider);
