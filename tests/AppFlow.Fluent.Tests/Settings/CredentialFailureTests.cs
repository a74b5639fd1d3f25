using Amazon.Runtime;

namespace AppFlow.Fluent.Tests.Settings;

/// <summary>
/// A failure says which link of the chain failed, and in its first line which package to add; no other link is tried instead.
/// </summary>
public sealed class CredentialFailureTests : IDisposable
{
    private const string Role = "role_arn = arn:aws:iam::123456789012:role/r\n";
    private const string SecurityToken = "Add the package AWSSDK.SecurityToken";
    private const string Sso = "Add the packages AWSSDK.SSO and AWSSDK.SSOOIDC";

    private readonly Machine _machine = new();

    [Fact]
    public async Task Without_any_credentials_each_link_says_why()
    {
        var fault = FirstLine(await _machine.CredentialsFaultAsync());

        Says.All(fault, "No AWS credentials were found",
            "the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set",
            "the profile 'default': it is in neither of the files", _machine.ConfigPath, _machine.CredentialsPath,
            "the container: AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI are not set",
            "the instance: AWS_EC2_METADATA_DISABLED is true",
            "appflow-emulator");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_profile_without_credentials_is_named(bool isOption)
    {
        _machine.Config("[profile dev]\nregion = eu-west-1\n").Set("AWS_PROFILE", isOption ? null : "dev");
        var fault = await _machine.CredentialsFaultAsync(new AppFlowClientOptions { Profile = isOption ? "dev" : null });

        Says.All(fault, "the profile 'dev': it holds no credentials", "the container", "the instance");
        Assert.Equal(!isOption, fault.Contains("the environment:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("echo broken >&2; exit 3", "3", "broken")]
    [InlineData("printf 'bro\\033ken\\n' >&2; echo more >&2; exit 1", "1", "bro\uFFFDken")]
    [InlineData("echo '{\"Version\":2}'", "", "")]
    [InlineData("echo no json", "malformed", "")]
    [InlineData("true", "", "")]
    public async Task A_process_that_fails_is_named_with_its_profile(string script, string said, string error)
    {
        var path = _machine.Write("fails", script);
        _machine.Config($"[profile dev]\ncredential_process = sh {path}\n").Set("AWS_PROFILE", "dev").Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:1/");

        Says.All(FirstLine(await _machine.CredentialsFaultAsync()), "of the process of the profile 'dev' (credential_process) failed", said, error);
    }

    [Fact]
    public async Task A_program_that_does_not_exist_is_named_with_its_profile()
    {
        _machine.Config("[default]\ncredential_process = /no/such/program\n");

        Says.All(await _machine.CredentialsFaultAsync(), "of the process of the profile 'default'", "127");
    }

    [Theory]
    [InlineData("sso_session = s\nsso_account_id = 123456789012\nsso_role_name = r\n[sso-session s]\nsso_region = us-east-1\nsso_start_url = https://x.awsapps.com/start\n")]
    [InlineData("sso_region = us-east-1\nsso_start_url = https://x.awsapps.com/start\nsso_account_id = 123456789012\nsso_role_name = r\n")]
    [InlineData("retry_mode = legacy\nsso_region = us-east-1\nsso_start_url = https://x.awsapps.com/start\nsso_account_id = 123456789012\nsso_role_name = r\naws_access_key_id = x\n")]
    public async Task A_login_without_its_packages_says_which_to_add(string profile)
    {
        _machine.Config($"[profile dev]\n{profile}").Set("AWS_PROFILE", "dev");
        Says.All(FirstLine(await _machine.CredentialsFaultAsync()), "of the profile 'dev' (SSO) failed", Sso);

        _machine.Set("AWS_PROFILE", null);
        Says.All(FirstLine(await _machine.CredentialsFaultAsync(new AppFlowClientOptions { Profile = "dev" })), "of the profile 'dev' (SSO) failed", Sso);

        _machine.Config($"[default]\n{profile}");
        Says.All(FirstLine(await _machine.CredentialsFaultAsync()), "of the profile 'default' (SSO) failed", Sso);
    }

    [Theory]
    [InlineData("sso_session = s\nsso_account_id = 1\nsso_role_name = r\n", "sso_session of the profile 'dev'", "[sso-session s]")]
    [InlineData("sso_start_url = https://x\nsso_account_id = 1\nsso_role_name = r\n", "sso_region is not set", "'dev'")]
    [InlineData("sso_session = s\nsso_account_id = 1\n[sso-session s]\nsso_region = us-east-1\nsso_start_url = https://x\n", "sso_role_name is not set", "'dev'")]
    public async Task An_incomplete_login_says_what_is_missing(string profile, string said, string also) =>
        Says.All(await _machine.Config($"[profile dev]\n{profile}").Set("AWS_PROFILE", "dev").CredentialsFaultAsync(), said, also);

    [Theory]
    [InlineData("source_profile = base\n")]
    [InlineData("source_profile = dev\naws_access_key_id = AKIDDEV\naws_secret_access_key = s\n")]
    [InlineData("source_profile = base\nrole_session_name = me\nexternal_id = x\nduration_seconds = 900\nretry_mode = legacy\n")]
    public async Task A_role_without_its_package_says_which_to_add(string profile)
    {
        _machine.Config($"[profile dev]\n{Role}{profile}[profile base]\nmax_attempts = nonsense\naws_access_key_id = AKIDBASE\naws_secret_access_key = s\n");

        Says.All(FirstLine(await _machine.Set("AWS_PROFILE", "dev").CredentialsFaultAsync()), "of the profile 'dev' (role_arn) failed", SecurityToken);
    }

    [Theory]
    [InlineData("", "source_profile, credential_source or web_identity_token_file")]
    [InlineData("source_profile = nobody\n", "'nobody', which is in neither of the files")]
    [InlineData("source_profile = empty\n", "'empty', which holds no credentials")]
    [InlineData("source_profile = circle\n", "makes the profiles refer to each other in a circle: dev, circle, dev")]
    [InlineData("source_profile = half\n", "aws_secret_access_key is not")]
    [InlineData("source_profile = base\ncredential_source = Environment\n", "both set")]
    [InlineData("credential_source = Nowhere\n", "Environment, EcsContainer or Ec2InstanceMetadata")]
    [InlineData("source_profile = base\nduration_seconds = long\n", "a whole number of seconds")]
    public async Task An_incomplete_role_says_what_is_missing(string profile, string said)
    {
        _machine.Config($"[profile dev]\n{Role}{profile}[profile empty]\nregion = eu-west-1\n[profile circle]\n{Role}source_profile = dev\n"
            + "[profile half]\naws_access_key_id = x\n[profile base]\naws_access_key_id = x\naws_secret_access_key = y\n");

        Says.All(FirstLine(await _machine.Set("AWS_PROFILE", "dev").CredentialsFaultAsync()), "profile", said);
    }

    [Fact]
    public async Task A_role_whose_source_fails_names_the_source()
    {
        _machine.Config($"[profile dev]\n{Role}source_profile = sso\n[profile sso]\nsso_region = us-east-1\nsso_start_url = https://x\nsso_account_id = 1\nsso_role_name = r\n");

        Says.All(FirstLine(await _machine.Set("AWS_PROFILE", "dev").CredentialsFaultAsync()), "of the profile 'sso' (SSO) failed", Sso);
    }

    [Fact]
    public async Task A_web_identity_without_its_package_says_which_to_add()
    {
        var token = _machine.Write("token", "a.b.c");
        _machine.Config($"[profile dev]\n{Role}web_identity_token_file = {token}\n").Set("AWS_PROFILE", "dev");
        Says.All(FirstLine(await _machine.CredentialsFaultAsync()), "of the profile 'dev' (web_identity_token_file) failed", SecurityToken);

        _machine.Set("AWS_WEB_IDENTITY_TOKEN_FILE", token).Set("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/r");
        Says.All(FirstLine(await _machine.CredentialsFaultAsync()), "of the environment (AWS_WEB_IDENTITY_TOKEN_FILE) failed", SecurityToken);

        _machine.Set("AWS_ROLE_ARN", null);
        Says.All(FirstLine(await _machine.CredentialsFaultAsync()), "AWS_WEB_IDENTITY_TOKEN_FILE is set and AWS_ROLE_ARN is not");
    }

    [Fact]
    public async Task A_console_login_without_its_package_says_which_to_add() => Says.All(
        FirstLine(await _machine.Config("[default]\nlogin_session = arn:aws:iam::123456789012:user/me\n").CredentialsFaultAsync()),
        "of the profile 'default' (login_session) failed", "Add the package AWSSDK.Signin");

    [Fact]
    public async Task For_an_impossible_key_the_source_is_named_and_the_key_is_not_shown()
    {
        _machine.Config("[profile dev]\naws_access_key_id = AKIDDEV\naws_secret_access_key = s3cr3t with spaces\n").Set("AWS_PROFILE", "dev");
        Assert.StartsWith("The secret key of the profile 'dev' holds white space", await _machine.CredentialsFaultAsync(), StringComparison.Ordinal);

        _machine.Set("AWS_ACCESS_KEY_ID", "s3cr3t key").Set("AWS_SECRET_ACCESS_KEY", "s");
        var fault = await _machine.CredentialsFaultAsync();
        Assert.StartsWith("The access key of the environment holds white space", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_given_credentials_that_fail_only_the_provider_is_named()
    {
        var fault = await _machine.CredentialsFaultAsync(
            new AppFlowClientOptions { Credentials = new AssumeRoleAWSCredentials(Machine.Given, "arn:aws:iam::123456789012:role/r", "session") });

        Says.All(FirstLine(fault), "provider AssumeRoleAWSCredentials failed", SecurityToken);
        Assert.DoesNotContain("AWS_REGION", fault, StringComparison.Ordinal);
    }

    public void Dispose() => _machine.Dispose();

    private static string FirstLine(string text) => text.Split('\n')[0];
}
