using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client.Credentials;

/// <summary>
/// Finds credentials that were not given as an option, in the order of AWSSDK.Core's default chain: environment, profile, container,
/// instance. A profile that an option names comes before the environment. The providers are AWSSDK.Core's own. Profiles are read here,
/// because AWSSDK.Core's reader ignores a whole profile when it does not know one setting, and fails permanently when a file is malformed.
/// </summary>
/// <param name="ambient">The process and the machine.</param>
/// <param name="sources">The profile and its files.</param>
internal sealed class CredentialChain(AmbientSettings ambient, SettingSources sources)
{
    /// <summary>The name of the first link.</summary>
    public const string Environment = "the environment";

    private const string TokenFileVariable = AssumeRoleWithWebIdentityCredentials.WebIdentityTokenFileEnvVariable;
    private const string RoleVariable = AssumeRoleWithWebIdentityCredentials.RoleArnEnvVariable;

    private static readonly string[] ContainerVariables = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];

    public EnvironmentKeys Keys { get; } = new(ambient);

    /// <summary>Whether this chain uses the environment's keys.</summary>
    public bool UsesKeys => !sources.IsProfileOption && !IsReplaced && Keys.AreSet;

    // A program may have replaced AWSSDK.Core's chain with its own.
    private static bool IsReplaced => AWSConfigs.AWSCredentialsGenerators is not null;

    /// <exception cref="InvalidOperationException">
    /// One of two keys is set and the other is not, in the link that provides the credentials.
    /// </exception>
    public static CredentialChain Of(SettingSources sources, AmbientSettings ambient)
    {
        var chain = new CredentialChain(ambient, sources);
        chain.CheckPairs();
        return chain;
    }

    /// <summary>The first link that is configured.</summary>
    /// <exception cref="CredentialLinkException">That link cannot provide credentials.</exception>
    /// <exception cref="AmazonClientException">None is configured; the message says why for each.</exception>
    public async Task<CredentialLink> ResolveAsync()
    {
        if (IsReplaced && !sources.IsProfileOption)
        {
            return new CredentialLink(
                "the chain of AWSConfigs.AWSCredentialsGenerators", await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync().ConfigureAwait(false));
        }

        var missing = new List<string>();
        return (sources.IsProfileOption ? null : OfEnvironment(missing)) ?? OfProfile(missing) ?? OfContainer(missing) ?? OfInstance(missing)
            ?? throw new AmazonClientException(string.Join("; ", missing));
    }

    private void CheckPairs()
    {
        if (!sources.IsProfileOption)
        {
            if (IsReplaced || Keys.AreSet)
            {
                return;
            }

            Keys.CheckPair();
            if (ambient.Value(TokenFileVariable) is not null)
            {
                return;
            }
        }

        if (sources.Choice.Profile is { } profile)
        {
            ProfileCredentials.CheckPair(profile);
        }
    }

    private CredentialLink? OfEnvironment(List<string> missing)
    {
        if (ambient.Value(TokenFileVariable) is { } tokenFile)
        {
            return Linked($"{Environment} ({TokenFileVariable})", () => ambient.Value(RoleVariable) is { } role
                ? new AssumeRoleWithWebIdentityCredentials(tokenFile, role, ambient.Value(AssumeRoleWithWebIdentityCredentials.RoleSessionNameEnvVariable))
                : throw new InvalidOperationException($"{TokenFileVariable} is set and {RoleVariable} is not"));
        }

        missing.Add($"{Environment}: {EnvironmentKeys.AccessKeyVariable} and {EnvironmentKeys.SecretKeyVariable} are not set");
        return null;
    }

    private CredentialLink? OfProfile(List<string> missing)
    {
        if (sources.Choice.Profile is { } profile)
        {
            if (new ProfileCredentials(sources.Profiles).Of(profile) is { } link)
            {
                return link;
            }

            missing.Add($"the profile '{SettingText.Of(profile.Name)}': it holds no credentials");
            return null;
        }

        missing.Add($"the profile '{SettingText.Of(sources.Choice.Name)}': it is in neither of the files {sources.Profiles.Files}");
        return null;
    }

    private CredentialLink? OfContainer(List<string> missing)
    {
        const string Link = "the container";

        foreach (var variable in ContainerVariables)
        {
            if (ambient.Value(variable) is not null)
            {
                return Linked($"{Link} ({variable})", static () => new GenericContainerCredentials());
            }
        }

        missing.Add($"{Link}: {string.Join(" and ", ContainerVariables)} are not set");
        return null;
    }

    private CredentialLink? OfInstance(List<string> missing)
    {
        const string Link = "the instance";

        if (InstanceMetadata.IsDisabled(ambient.Variable))
        {
            missing.Add($"{Link}: {InstanceMetadata.DisabledVariable} is true");
            return null;
        }

        try
        {
            // It queries the role of the instance, which is the only way to find out whether this machine is one.
            return new CredentialLink(Link, new InstanceProfileAWSCredentials());
        }
        catch (Exception e)
        {
            missing.Add($"{Link}: {e.Message}");
            return null;
        }
    }

    private static CredentialLink Linked(string name, Func<AWSCredentials> make)
    {
        try
        {
            return new CredentialLink(name, make());
        }
        catch (Exception e)
        {
            throw new CredentialLinkException(name, e);
        }
    }
}
