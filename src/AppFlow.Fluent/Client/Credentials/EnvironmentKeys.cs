using Amazon.Runtime;
using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client.Credentials;

/// <summary>
/// The keys in the environment, the first link of the chain. To read them here is much quicker than to set AWSSDK.Core's own link up, with
/// its log and what it depends on.
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

    /// <summary>The keys of this moment.</summary>
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
            throw HalfPair(
                accessKey is not null ? AccessKeyVariable : ambient.Value(SecretKeyVariable) is not null ? SecretKeyVariable : OldSecretKeyVariable,
                accessKey is null ? AccessKeyVariable : SecretKeyVariable);
        }
    }

    private static InvalidOperationException HalfPair(string set, string missing) => new(
        $"The environment variable {set} is set and {missing} is not: a key is of use only with its other half. Set both, or neither.");
}
