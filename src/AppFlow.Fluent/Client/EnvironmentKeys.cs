using Amazon.Runtime;

namespace AppFlow.Fluent.Client;

/// <summary>
/// The keys in the environment of the process, the first link of AWSSDK.Core's default chain. To read them here is much quicker than to
/// set that link up, with its log and what it depends on.
/// </summary>
internal static class EnvironmentKeys
{
    public static bool AreSet => AccessKey is not null && SecretKey is not null;

    private static string? AccessKey => Variable(EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY);

    private static string? SecretKey => Variable(EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SECRETKEY);

    /// <summary>The keys of this moment.</summary>
    /// <exception cref="InvalidOperationException">They are no longer set.</exception>
    public static ImmutableCredentials Read() => AccessKey is { } accessKey && SecretKey is { } secretKey
        ? new ImmutableCredentials(accessKey, secretKey, Variable(EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SESSION_TOKEN))
        : new EnvironmentVariablesAWSCredentials().GetCredentials();

    private static string? Variable(string name) => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
