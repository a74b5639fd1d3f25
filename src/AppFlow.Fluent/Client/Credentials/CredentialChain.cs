using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client.Credentials;

/// <summary>
/// Where credentials come from that nobody has given, in the order of AWSSDK.Core's default chain: environment, profile, container,
/// instance. A profile that an option names comes before the environment. The providers are AWSSDK.Core's own; profiles are read here, for its
/// reader forgets a whole profile over one setting that it does not know, and fails for good over a malformed file.
/// </summary>
/// <param name="ambient">The process and the machine.</param>
/// <param name="choice">The profile.</param>
/// <param name="profiles">What its credentials are made of.</param>
internal sealed class CredentialChain(AmbientSettings ambient, ProfileChoice choice, ProfileCredentials profiles)
{
    /// <summary>What the first link is called.</summary>
    public const string Environment = "the environment";

    private const string TokenFileVariable = AssumeRoleWithWebIdentityCredentials.WebIdentityTokenFileEnvVariable;
    private const string RoleVariable = AssumeRoleWithWebIdentityCredentials.RoleArnEnvVariable;

    private static readonly string[] ContainerVariables = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];

    public EnvironmentKeys Keys { get; } = new(ambient);

    /// <summary>Whether the environment's keys are what this chain gives.</summary>
    public bool UsesKeys => !choice.IsOption && !IsReplaced && Keys.AreSet;

    // A program may have put a chain of its own in the place of AWSSDK.Core's.
    private static bool IsReplaced => AWSConfigs.AWSCredentialsGenerators is not null;

    /// <exception cref="InvalidOperationException">One of two keys is set and the other is not, in the link that would give credentials.</exception>
    public static CredentialChain Of(SettingSources sources, AmbientSettings ambient)
    {
        var chain = new CredentialChain(ambient, sources.Choice, new ProfileCredentials(sources.Profiles));
        chain.CheckPairs();
        return chain;
    }

    /// <summary>The first link that is set up.</summary>
    /// <exception cref="CredentialLinkException">That link cannot give credentials.</exception>
    /// <exception cref="AmazonClientException">None is set up; the message says why of each.</exception>
    public async Task<CredentialLink> ResolveAsync()
    {
        if (IsReplaced && !choice.IsOption)
        {
            return new CredentialLink(
                "the chain of AWSConfigs.AWSCredentialsGenerators", await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync().ConfigureAwait(false));
        }

        var missing = new List<string>();
        return (choice.IsOption ? null : OfEnvironment(missing)) ?? OfProfile(missing) ?? OfContainer(missing) ?? OfInstance(missing)
            ?? throw new AmazonClientException(string.Join("; ", missing));
    }

    private void CheckPairs()
    {
        if (!choice.IsOption)
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

        if (choice.Profile is { } profile)
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
        if (choice.Profile is { } profile)
        {
            if (profiles.Of(profile) is { } link)
            {
                return link;
            }

            missing.Add($"the profile '{SettingText.Of(profile.Name)}': it holds no credentials");
            return null;
        }

        missing.Add($"the profile '{SettingText.Of(choice.Name)}': it is in neither of the files {profiles.Files}");
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
            // It asks which role the instance has, which is the only way to learn whether this is one.
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
