using Amazon.Runtime;
using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client.Credentials;

/// <summary>A profile that logs in with IAM Identity Center (SSO).</summary>
internal static class SsoProfile
{
    private const string Session = "sso_session";
    private const string Region = "sso_region";
    private const string StartUrl = "sso_start_url";
    private const string Account = "sso_account_id";
    private const string Role = "sso_role_name";
    private const string Scopes = "sso_registration_scopes";

    // A session alone is only for tokens of other services.
    public static bool IsOne(Profile profile) => profile.Value(Account) is not null || profile.Value(Role) is not null || profile.Value(StartUrl) is not null;

    public static SSOAWSCredentials Of(Profile profile, ProfileStore store)
    {
        var session = profile.Find(Session);
        var section = session is null
            ? null
            : store.ConfigSection("sso-session", session.Value)
                ?? throw session.Fault(
                    $"{session.Source} must be the name of a section [sso-session {SettingText.Of(session.Value)}] in "
                    + $"{SettingText.Of(store.ConfigPath)}, which has none of that name");
        return new SSOAWSCredentials(
            Required(Account),
            Required(Region),
            Required(Role),
            Required(StartUrl),
            new SSOAWSCredentialsOptions
            {
                SessionName = session?.Value,
                Scopes = Value(Scopes)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            });

        string? Value(string key) => section?.Find(key)?.Value ?? profile.Value(key);

        string Required(string key) => Value(key) ?? throw new InvalidOperationException($"{key} is not set");
    }
}
