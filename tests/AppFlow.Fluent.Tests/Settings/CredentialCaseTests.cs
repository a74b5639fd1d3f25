namespace AppFlow.Fluent.Tests.Settings;

/// <summary>Which key signs, or the message if there is none, case by case.</summary>
public sealed class CredentialCaseTests
{
    private const string Env = "AWS_ACCESS_KEY_ID=AKIDENV;AWS_SECRET_ACCESS_KEY=s3cr3t;";
    private const string Keys = "[default]\naws_access_key_id = AKIDDEFAULT\naws_secret_access_key = s3cr3t\n[dev]\naws_access_key_id = AKIDDEV\naws_secret_access_key = s3cr3t\naws_session_token = TDEV\n";
    private const string Role = "role_arn = arn:aws:iam::123456789012:role/r\n";

    [Theory]
    [InlineData(Env, null, Keys, "", "key=AKIDENV;token=")]
    [InlineData(Env + "AWS_SESSION_TOKEN= ", null, null, "", "key=AKIDENV;token=")]
    [InlineData(Env + "AWS_SESSION_TOKEN= T ", null, null, "", "key=AKIDENV;token=T")]
    [InlineData("AWS_SESSION_TOKEN=T", null, Keys, "", "key=AKIDDEFAULT;token=")]
    [InlineData(Env + "AWS_PROFILE=dev", null, Keys, "", "key=AKIDENV;token=")]
    [InlineData(Env, null, Keys, "Profile=dev", "key=AKIDDEV;token=TDEV")]
    [InlineData("AWS_PROFILE=dev", null, Keys, "", "key=AKIDDEV;token=TDEV")]
    [InlineData("AWS_PROFILE=dev", null, Keys, "Profile=default", "key=AKIDDEFAULT")]
    [InlineData(Env, null, Keys, "Profile=dev;Credentials=given", "key=AKIDGIVEN;token=")]
    [InlineData(Env, null, Keys, "Profile=none;Credentials=given", "Profile error: Profile|'none'")]
    [InlineData(Env + "AWS_PROFILE=none", null, Keys, "", "error: AWS_PROFILE in the environment|'none'")]
    [InlineData(Env + "AWS_MAX_ATTEMPTS=5;AWS_SDK_UA_APP_ID=env", "[profile dev]\nmax_attempts = 2\nsdk_ua_app_id = dev\n", Keys, "Profile=dev", "key=AKIDDEV;max=5;app=env")]
    [InlineData("AWS_DEFAULT_PROFILE=dev", null, Keys, "", "key=AKIDDEFAULT")]
    [InlineData("", "[profile dev]\nregion = eu-west-1\n", Keys, "Profile=dev;Region=", "key=AKIDDEV;region=eu-west-1")]
    [InlineData("AWS_ACCESS_KEY_ID=AKIDENV", null, Keys, "", "error: AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY is not")]
    [InlineData("AWS_SECRET_ACCESS_KEY=s3cr3t", null, Keys, "", "error: AWS_SECRET_ACCESS_KEY is set|AWS_ACCESS_KEY_ID is not")]
    [InlineData("AWS_SECRET_KEY=s3cr3t", null, Keys, "", "error: AWS_SECRET_KEY is set|AWS_ACCESS_KEY_ID is not")]
    [InlineData("AWS_ACCESS_KEY_ID=AKIDENV;AWS_SECRET_KEY=s3cr3t", null, Keys, "", "key=AKIDENV")]
    [InlineData("AWS_ACCESS_KEY_ID=AKIDENV", null, Keys, "Profile=dev", "key=AKIDDEV")]
    [InlineData("AWS_ACCESS_KEY_ID=AKIDENV", null, Keys, "Credentials=given", "key=AKIDGIVEN")]
    [InlineData("", null, "[default]\naws_access_key_id = AKIDONE\n", "", "error: aws_access_key_id of the profile 'default'|{home}/.aws/credentials, line 2|aws_secret_access_key")]
    [InlineData("", "[default]\naws_access_key_id = AKIDONE\n", "[default]\naws_secret_access_key = s3cr3t\n", "", "error: aws_secret_access_key of the profile 'default'|{home}/.aws/credentials|aws_access_key_id")]
    [InlineData("", "[default]\naws_access_key_id = AKIDONE\naws_secret_access_key = s3cr3t\n", "[default]\naws_session_token = T\n", "", "key=AKIDONE;token=")]
    [InlineData(Env, null, "[default]\naws_access_key_id = AKIDONE\n", "", "key=AKIDENV")]
    [InlineData("", null, "[default]\naws_access_key_id = AKIDONE\naws_secret_access_key = s3cr3t#;x\naws_session_token =\n", "", "key=AKIDONE;token=")]
    [InlineData("", "[default]\n\taws_access_key_id = AKIDONE\r\n\taws_secret_access_key = s3cr3t\r\n", null, "", "key=AKIDONE")]
    [InlineData("AWS_ACCESS_KEY_ID=AK ID;AWS_SECRET_ACCESS_KEY=s3cr3t", null, null, "", "call: The access key of the environment holds white space")]
    [InlineData("", null, null, "", "call: No AWS credentials were found|the environment|the profile 'default'|the container|the instance|AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY|appflow-emulator")]
    [InlineData("AWS_EC2_METADATA_DISABLED= TRUE ", null, null, "", "call: the instance: AWS_EC2_METADATA_DISABLED is true")]
    [InlineData("AWS_PROFILE=dev", "[profile dev]\nregion = eu-west-1\n", null, "", "call: the profile 'dev': it holds no credentials")]
    public Task Keys_of_environment_and_profile(string environment, string? config, string? credentials, string options, string expected) =>
        CheckAsync(environment, config, credentials, options, expected);

    [Theory]
    [InlineData("""printf '{"Version":1,"AccessKeyId":"AKIDP","SecretAccessKey":"s3cr3t"}'""", "key=AKIDP;token=")]
    [InlineData("""printf '{"Version":1,"AccessKeyId":"AKIDP","SecretAccessKey":"s3cr3t","SessionToken":"T","Expiration":"2099-01-01T00:00:00Z"}'""", "key=AKIDP;token=T")]
    [InlineData("""printf '{"Version":2,"AccessKeyId":"AKIDP","SecretAccessKey":"s3cr3t"}'""", "call: of the process of the profile 'default' (credential_process) failed|Version 1")]
    [InlineData("""printf '{"AccessKeyId":"AKIDP","SecretAccessKey":"s3cr3t"}'""", "call: of the process of the profile 'default'|ersion")]
    [InlineData("""printf '{"Version":1,"AccessKeyId":"AKIDP","SecretAccessKey":"s3cr3t","Expiration":"2001-01-01T00:00:00Z"}'""", "call: of the process of the profile 'default'|xpired")]
    [InlineData("""printf '{"Version":1,"AccessKeyId":"AKIDP"}'""", "call: of the process of the profile 'default'|SecretAccessKey")]
    [InlineData("""printf '{"Version":1,"SecretAccessKey":"s3cr3t"}'""", "call: of the process of the profile 'default'|AccessKeyId")]
    [InlineData("printf '[1'", "call: of the process of the profile 'default'|a JSON object")]
    [InlineData("printf 'null'", "call: of the process of the profile 'default'|a JSON object")]
    [InlineData("printf ''", "call: of the process of the profile 'default'|a JSON object")]
    [InlineData("exit 9", "call: of the process of the profile 'default'|9")]
    [InlineData("echo denied >&2; exit 9", "call: of the process of the profile 'default'|denied|9")]
    [InlineData("exec sleep 30", "call: of the process of the profile 'default' (credential_process) did not come within|time-out of an attempt", "AttemptTimeout=00:00:01")]
    public async Task A_process(string script, string expected, string options = "")
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, script);
        try
        {
            await CheckAsync("", $"[default]\ncredential_process = sh {path}\n", null, options, expected);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(Role, "call: of the profile 'dev' (role_arn) failed|source_profile, credential_source or web_identity_token_file")]
    [InlineData(Role + "source_profile = dev\n", "call: of the profile 'dev' (role_arn) failed|source_profile of the profile 'dev'|names the profile itself|aws_access_key_id and aws_secret_access_key")]
    [InlineData(Role + "source_profile = dev\naws_access_key_id = AKIDDEV\naws_secret_access_key = s3cr3t\n", "call: of the profile 'dev' (role_arn) failed|AWSSDK.SecurityToken")]
    [InlineData(Role + "source_profile = other\n[profile other]\n" + Role + "source_profile = none\naws_access_key_id = AKIDDEV\naws_secret_access_key = s3cr3t\n", "call: of the profile 'dev' (role_arn) failed|AWSSDK.SecurityToken")]
    [InlineData(Role + "source_profile = own\n[profile own]\n" + Role + "source_profile = own\naws_access_key_id = AKIDDEV\naws_secret_access_key = s3cr3t\n", "call: of the profile 'dev' (role_arn) failed|AWSSDK.SecurityToken")]
    [InlineData(Role + "source_profile = a\n[profile a]\n" + Role + "source_profile = b\n[profile b]\n" + Role + "source_profile = a\n", "call: source_profile of the profile 'b'|in a circle: a, b, a)")]
    [InlineData(Role + "source_profile = a\n[profile a]\n" + Role + "source_profile = b\n[profile b]\naws_access_key_id = AKIDDEV\naws_secret_access_key = s3cr3t\n", "call: failed|Add the package AWSSDK.SecurityToken")]
    [InlineData(Role + "credential_source = Environment\n", "call: of the profile 'dev' (role_arn) failed|AWS_ACCESS_KEY_ID")]
    [InlineData(Role + "credential_source = EcsContainer\n", "call: of the profile 'dev' (role_arn) failed|AWS_CONTAINER_CREDENTIALS")]
    [InlineData(Role + "credential_source = nowhere\n", "call: credential_source of the profile 'dev'|Environment, EcsContainer or Ec2InstanceMetadata")]
    [InlineData("web_identity_token_file = /dev/null\n", "call: of the profile 'dev' (web_identity_token_file) failed|role_arn")]
    [InlineData(Role + "web_identity_token_file = /dev/null\n", "call: of the profile 'dev' (web_identity_token_file) failed|AWSSDK.SecurityToken")]
    [InlineData("sso_session = none\nsso_account_id = 1\nsso_role_name = r\n", "call: of the profile 'dev' (SSO) failed|sso_session of the profile 'dev'|[sso-session none]")]
    [InlineData("sso_start_url = https://x\nsso_region = us-east-1\nsso_account_id = 1\n", "call: of the profile 'dev' (SSO) failed|sso_role_name")]
    [InlineData("sso_start_url = https://x\nsso_region = us-east-1\nsso_account_id = 1\nsso_role_name = r\n", "call: of the profile 'dev' (SSO) failed|AWSSDK.SSO and AWSSDK.SSOOIDC")]
    public async Task A_profile_that_needs_more(string profile, string expected)
    {
        await CheckAsync("AWS_PROFILE=dev", $"[profile dev]\n{profile}", null, "", expected);
        await CheckAsync(Env, $"[profile dev]\n{profile}", null, "Profile=dev", expected);
        await CheckAsync(Env + "AWS_PROFILE=dev", $"[profile dev]\n{profile}", null, "", "key=AKIDENV");
    }

    [Theory]
    [InlineData("AWS_WEB_IDENTITY_TOKEN_FILE=/dev/null", "call: of the environment (AWS_WEB_IDENTITY_TOKEN_FILE) failed|AWS_ROLE_ARN")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_FULL_URI= ;AWS_WEB_IDENTITY_TOKEN_FILE= ", "call: No AWS credentials were found")]
    public Task Another_link(string environment, string expected) => CheckAsync(environment, null, null, "", expected);

    private static Task CheckAsync(string environment, string? config, string? credentials, string options, string expected) =>
        SettingCase.CheckAsync(environment, config, credentials, $"Region=us-east-1;{options}", expected);
}
