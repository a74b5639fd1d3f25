using System.Globalization;
using Amazon.Runtime;
using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client.Credentials;

/// <summary>Creates AWSSDK.Core's credential providers from profiles.</summary>
/// <param name="store">The profiles; one may name another as its source.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html"/>.</remarks>
internal sealed class ProfileCredentials(ProfileStore store)
{
    private const string AccessKey = "aws_access_key_id";
    private const string SecretKey = "aws_secret_access_key";
    private const string SessionToken = "aws_session_token";
    private const string Role = "role_arn";
    private const string SourceProfile = "source_profile";
    private const string CredentialSource = "credential_source";
    private const string TokenFile = "web_identity_token_file";
    private const string SessionName = "role_session_name";
    private const string Process = "credential_process";
    private const string Login = "login_session";

    /// <summary>The credentials of a profile; null if it has none.</summary>
    /// <exception cref="CredentialLinkException">Its settings cannot provide credentials.</exception>
    public CredentialLink? Of(Profile profile) => Of(profile, []);

    /// <exception cref="InvalidOperationException">The profile's credentials are keys, and one of the two is missing.</exception>
    public static void CheckPair(Profile profile)
    {
        if (Kind(profile) is ProfileCredentialKind.Keys)
        {
            Keys(profile);
        }
    }

    private CredentialLink? Of(Profile profile, List<string> visited)
    {
        // The keys of a source profile assume the role of the profile that names it, even if the source has a role of its own.
        var kind = Kind(profile) is var held && held is ProfileCredentialKind.Role && visited.Count > 0 && HoldsKeys(profile)
            ? ProfileCredentialKind.Keys
            : held;
        var name = Name(profile, kind);
        try
        {
            AWSCredentials? provider = kind switch
            {
                ProfileCredentialKind.Role => RoleOf(profile, visited),
                ProfileCredentialKind.WebIdentity =>
                    new AssumeRoleWithWebIdentityCredentials(profile.Value(TokenFile), Required(profile, Role, TokenFile), profile.Value(SessionName)),
                ProfileCredentialKind.Sso => SsoProfile.Of(profile, store),
                ProfileCredentialKind.Keys => Keys(profile),
                ProfileCredentialKind.Process => new ProcessAWSCredentials(profile.Value(Process)),
                ProfileCredentialKind.ConsoleLogin => new LoginAWSCredentials(
                    new LoginAWSCredentialsOptions { LoginSession = profile.Value(Login), Region = profile.Value("region"), ProfileName = profile.Name }),
                _ => null,
            };
            return provider is null ? null : new CredentialLink(name, provider);
        }
        catch (Exception e) when (e is not CredentialLinkException)
        {
            throw new CredentialLinkException(name, e);
        }
    }

    // If a profile has several kinds: a role comes first, because its source may be the profile's own keys; a login comes before keys,
    // which are often left over from before it; a command is used only without keys. The SDKs agree only on the first.
    private static ProfileCredentialKind Kind(Profile profile) =>
        profile.Value(Role) is not null && profile.Value(TokenFile) is null ? ProfileCredentialKind.Role
        : profile.Value(TokenFile) is not null ? ProfileCredentialKind.WebIdentity
        : SsoProfile.IsOne(profile) ? ProfileCredentialKind.Sso
        : HoldsKeys(profile) ? ProfileCredentialKind.Keys
        : profile.Value(Process) is not null ? ProfileCredentialKind.Process
        : profile.Value(Login) is not null ? ProfileCredentialKind.ConsoleLogin
        : ProfileCredentialKind.None;

    private static bool HoldsKeys(Profile profile) => profile.Value(AccessKey) is not null || profile.Value(SecretKey) is not null;

    private static string Name(Profile profile, ProfileCredentialKind kind)
    {
        var of = $"the profile '{SettingText.Of(profile.Name)}'";
        return kind switch
        {
            ProfileCredentialKind.Role => $"{of} ({Role})",
            ProfileCredentialKind.WebIdentity => $"{of} ({TokenFile})",
            ProfileCredentialKind.Sso => $"{of} (SSO)",
            ProfileCredentialKind.Process => $"the process of {of} ({Process})",
            ProfileCredentialKind.ConsoleLogin => $"{of} ({Login})",
            _ => of,
        };
    }

    // Both keys must come from the same file: one from each file would be halves of different pairs.
    private static AWSCredentials Keys(Profile profile)
    {
        var section = profile.Sections.First(section => section.Find(AccessKey) is not null || section.Find(SecretKey) is not null);
        var (accessKey, secretKey) = (section.Find(AccessKey), section.Find(SecretKey));
        if (accessKey is null || secretKey is null)
        {
            var (set, missing) = accessKey is null ? (SecretKey, AccessKey) : (AccessKey, SecretKey);
            throw new InvalidOperationException(
                $"{set} of the profile '{SettingText.Of(profile.Name)}' ({SettingText.Of(section.Path)}, line {(accessKey ?? secretKey)!.Line}) is set "
                + $"and {missing} is not: one key is useless without the other. Set both or neither.");
        }

        return section.Find(SessionToken) is { } token
            ? new SessionAWSCredentials(accessKey.Value, secretKey.Value, token.Value)
            : new BasicAWSCredentials(accessKey.Value, secretKey.Value);
    }

    private AssumeRoleAWSCredentials RoleOf(Profile profile, List<string> visited) => new(
        SourceOf(profile, visited),
        profile.Value(Role),
        profile.Value(SessionName) ?? string.Create(CultureInfo.InvariantCulture, $"appflow-fluent-{DateTime.UtcNow.Ticks}"),
        new AssumeRoleAWSCredentialsOptions
        {
            ExternalId = profile.Value("external_id"),
            MfaSerialNumber = profile.Value("mfa_serial"),
            DurationSeconds = Duration(profile),
        });

    private AWSCredentials SourceOf(Profile profile, List<string> visited)
    {
        var (sourceProfile, credentialSource) = (profile.Find(SourceProfile), profile.Find(CredentialSource));
        if (sourceProfile is null)
        {
            return credentialSource is null
                ? throw new InvalidOperationException($"{Role} needs {SourceProfile}, {CredentialSource} or {TokenFile} in the same profile")
                : NamedSource(credentialSource);
        }

        if (credentialSource is not null)
        {
            throw new InvalidOperationException($"{sourceProfile.Source} and {credentialSource.Source} are both set; leave out one of the two");
        }

        if (sourceProfile.Value == profile.Name)
        {
            // A profile may be its own source: then its own keys assume the role.
            return HoldsKeys(profile)
                ? Keys(profile)
                : throw new InvalidOperationException(
                    $"{sourceProfile.Source} names the profile itself, which then needs {AccessKey} and {SecretKey} in addition to {Role}");
        }

        visited.Add(profile.Name);
        if (visited.Contains(sourceProfile.Value))
        {
            var circle = visited.SkipWhile(name => name != sourceProfile.Value).Append(sourceProfile.Value);
            throw new InvalidOperationException($"{sourceProfile.Source} makes the profiles refer to each other in a circle: {SettingText.Of(string.Join(", ", circle))}");
        }

        var source = store.Find(sourceProfile.Value)
            ?? throw new InvalidOperationException(
                $"{sourceProfile.Source} names '{SettingText.Of(sourceProfile.Value)}', which is in neither of the files {store.Files}");
        return Of(source, visited)?.Provider
            ?? throw new InvalidOperationException($"{sourceProfile.Source} names '{SettingText.Of(sourceProfile.Value)}', which holds no credentials");
    }

    private static AWSCredentials NamedSource(Setting source) => source.Value.ToUpperInvariant() switch
    {
        "ENVIRONMENT" => new EnvironmentVariablesAWSCredentials(),
        "ECSCONTAINER" => new GenericContainerCredentials(),
        "EC2INSTANCEMETADATA" => new InstanceProfileAWSCredentials(),
        _ => throw source.Refused("Environment, EcsContainer or Ec2InstanceMetadata"),
    };

    private static int? Duration(Profile profile) => profile.Find("duration_seconds") is not { } duration
        ? null
        : int.TryParse(duration.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : throw duration.Refused("a whole number of seconds");

    private static string Required(Profile profile, string key, string beside) =>
        profile.Value(key) ?? throw new InvalidOperationException($"{beside} needs {key} in the same profile");
}
