namespace AppFlow.Fluent.Tests.Settings;

/// <summary>Which keys sign, from environment and profiles, whatever other settings these have.</summary>
public sealed class CredentialSettingsTests : IDisposable
{
    private readonly Machine _machine = new();

    [Theory]
    [InlineData("[default]\naws_access_key_id = AKIDONE\naws_secret_access_key = s\n", null)]
    [InlineData("[profile default]\naws_access_key_id = AKIDONE\naws_secret_access_key = s\n", null)]
    [InlineData(null, "[default]\naws_access_key_id =  AKIDONE \naws_secret_access_key = s\naws_session_token =\n")]
    [InlineData("[default]\nregion = eu-west-1\n", "[default]\naws_access_key_id = AKIDONE\naws_secret_access_key = s\n")]
    [InlineData("[default]\naws_access_key_id = AKIDTWO\naws_secret_access_key = t\n", "[default]\naws_access_key_id = AKIDONE\naws_secret_access_key = s\n")]
    [InlineData("[default]\naws_access_key_id = AKIDONE\naws_secret_access_key = t\n", "[default]\naws_access_key_id =\naws_secret_access_key = \n")]
    [InlineData("[default]\nretry_mode = legacy\naws_access_key_id = AKIDONE\naws_secret_access_key = s\n", null)]
    [InlineData("[default]\ns3_use_arn_region = perhaps\ndefaults_mode = x\nec2_metadata_service_endpoint = y\ncli_pager =\n", "[default]\naws_access_key_id = AKIDONE\naws_secret_access_key = s\n")]
    [InlineData("[default]\ncredential_process = false\naws_access_key_id = AKIDONE\naws_secret_access_key = s\n", null)]
    public async Task Keys_of_a_profile_sign_whatever_other_settings_it_has(string? config, string? credentials)
    {
        _machine.Config(config ?? "").Credentials(credentials ?? "");

        Assert.Equal("AKIDONE", await _machine.SignsAsAsync());
    }

    [Fact]
    public async Task The_environment_comes_before_the_profile()
    {
        _machine.Config("[default]\naws_access_key_id = AKIDONE\naws_secret_access_key = s\n").Set("AWS_ACCESS_KEY_ID", " AKIDENV ").Set("AWS_SECRET_ACCESS_KEY", "s\n");
        Assert.Equal("AKIDENV", await _machine.SignsAsAsync());

        _machine.Set("AWS_ACCESS_KEY_ID", "").Set("AWS_SECRET_ACCESS_KEY", " ");
        Assert.Equal("AKIDONE", await _machine.SignsAsAsync());
    }

    [Fact]
    public async Task A_session_token_goes_with_its_keys()
    {
        _machine.Credentials("[default]\naws_access_key_id = AKIDONE\naws_secret_access_key = s\naws_session_token = of-profile\n");
        var options = new AppFlowClientOptions { Region = "us-east-1" };
        Assert.Equal("of-profile", (await _machine.SendAsync(options)).Header("x-amz-security-token"));

        _machine.Set("AWS_SESSION_TOKEN", "of-environment");
        Assert.Equal("of-profile", (await _machine.SendAsync(options)).Header("x-amz-security-token"));

        _machine.Set("AWS_ACCESS_KEY_ID", "AKIDENV").Set("AWS_SECRET_ACCESS_KEY", "s");
        Assert.Equal("of-environment", (await _machine.SendAsync(options)).Header("x-amz-security-token"));
    }

    [Fact]
    public async Task A_process_that_answers_provides_credentials()
    {
        var script = _machine.Write("answers", """echo '{"Version":1,"AccessKeyId":"AKIDPROCESS","SecretAccessKey":"s","SessionToken":"t"}'""");
        _machine.Config($"[profile dev]\nretry_mode = adaptive\ncredential_process = sh '{script}' # not a comment for us\n").Set("AWS_PROFILE", "dev");

        Assert.Equal("AKIDPROCESS", await _machine.SignsAsAsync());
    }

    public static TheoryData<string, string> Halves => new()
    {
        { "aws_access_key_id = AKIDONE\n", "aws_secret_access_key" },
        { "aws_secret_access_key = s3cr3t\n", "aws_access_key_id" },
        { "aws_access_key_id = AKIDONE\naws_secret_access_key =\n", "aws_secret_access_key" },
        { "aws_access_key_id =  \naws_secret_access_key = s3cr3t\naws_session_token = t0k3n\n", "aws_access_key_id" },
    };

    [Theory]
    [MemberData(nameof(Halves))]
    public void One_key_without_the_other_in_a_profile_names_both_the_profile_and_the_file(string keys, string missing)
    {
        _machine.Credentials($"[dev]\n{keys}").Config("[profile dev]\naws_access_key_id = AKIDTWO\naws_secret_access_key = t\n");
        var fault = _machine.Set("AWS_PROFILE", "dev").Fault();

        Says.All(fault, "aws_access_key_id", "aws_secret_access_key", $"{missing} is not", "'dev'", _machine.CredentialsPath);
        Assert.DoesNotContain("s3cr3t", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("AKIDONE", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY is not")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID is not")]
    public void One_key_without_the_other_in_the_environment_names_both(string set, string missing)
    {
        _machine.Credentials("[default]\naws_access_key_id = AKIDONE\naws_secret_access_key = s\n").Set(set, "s3cr3t");
        var fault = _machine.Fault();

        Says.All(fault, set, missing);
        Assert.DoesNotContain("s3cr3t", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_key_without_the_other_in_a_lower_source_is_not_read()
    {
        _machine.Set("AWS_ACCESS_KEY_ID", "AKIDHALF").Credentials("[default]\naws_access_key_id = AKIDHALF\n[dev]\naws_access_key_id = AKIDDEV\naws_secret_access_key = s\n");
        Assert.Equal("AKIDGIVEN", await _machine.SignsAsAsync(new AppFlowClientOptions { Credentials = Machine.Given }));
        Assert.Equal("AKIDDEV", await _machine.SignsAsAsync(new AppFlowClientOptions { Profile = "dev" }));

        _machine.Set("AWS_ACCESS_KEY_ID", "AKIDENV").Set("AWS_SECRET_ACCESS_KEY", "s");
        Assert.Equal("AKIDENV", await _machine.SignsAsAsync());
    }

    [Fact]
    public async Task A_client_resolves_its_profile_once_and_reads_the_environment_s_keys_for_each_request()
    {
        using var network = new Fakes.RecordingHandler(Fakes.Answers.Arn);
        _machine.Set("AWS_ACCESS_KEY_ID", "AKIDENV").Set("AWS_SECRET_ACCESS_KEY", "s");
        using var client = _machine.Client(new AppFlowClientOptions { Region = "us-east-1", HttpClient = new HttpClient(network) });
        await ConnectorRegistration.Update("orders").SendAsync(client);
        _machine.Set("AWS_ACCESS_KEY_ID", "AKIDROTATED");
        await ConnectorRegistration.Update("orders").SendAsync(client);

        Assert.Contains("AKIDENV/", network.Sent[0].Header("Authorization"), StringComparison.Ordinal);
        Assert.Contains("AKIDROTATED/", network.Sent[1].Header("Authorization"), StringComparison.Ordinal);
    }

    public void Dispose() => _machine.Dispose();
}
