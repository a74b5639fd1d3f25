using Amazon.Runtime;
using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client.Credentials;

/// <summary>
/// The keys in the environment, the first link of the chain. Reading them here is much faster than AWSSDK.Core's own link, which also loads
/// its logging and dependencies.
/// </summary>
/// <param name="ambient">The environment.</param>
internal sealed class EnvironmentKeys(AmbientSettings ambient)
{
    public const string AccessKeyVariable = EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY;
    public const string SecretKeyVariable = EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SECRETKEY;

    private const string OldSecretKeyVariable = EnvironmentVariablesAWSCredentials.LEGACY_ENVIRONMENT_VARIABLE_SECRETKEY;

    public bool AreSet => AccessKey is not null && SecretKey is not null;

    private string? AccessKey => ambient.Value(AccessKeyVariable);

    private string? SecretKey => ambient.Value(SecretKeyVariable) ?? ambient.Value(OldSecretKeyVariable);

    /// <exception cref="InvalidOperationException">One of the two keys is set and the other is not.</exception>
    public void CheckPair() => CheckPair(AccessKey, SecretKey);

    /// <summary>The current keys.</summary>
    /// <exception cref="InvalidOperationException">One or both are no longer set.</exception>
    public ImmutableCredentials Read()
    {
        var (accessKey, secretKey) = (AccessKey, SecretKey);
        CheckPair(accessKey, secretKey);
        return accessKey is not null
            ? new ImmutableCredentials(accessKey, secretKey, ambient.Value(EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SESSION_TOKEN))
            : throw new InvalidOperationException($"The environment variables {AccessKeyVariable} and {SecretKeyVariable} are no longer set.");
    }

    private void CheckPair(string? accessKey, string? secretKey)
    {
        if ((accessKey is null) != (secretKey is null))
        {
            throw IncompleteKeyPair(
                accessKey is not null ? AccessKeyVariable : ambient.Value(SecretKeyVariable) is not null ? SecretKeyVariable : OldSecretKeyVariable,
                accessKey is null ? AccessKeyVariable : SecretKeyVariable);
        }
    }

    private static InvalidOperationException IncompleteKeyPair(string set, string missing) => new(
        $"The environment variable {set} is set and {missing} is not: one key is useless without the other. Set both or neither.");
}
