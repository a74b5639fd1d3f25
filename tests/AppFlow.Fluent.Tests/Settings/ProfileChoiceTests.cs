namespace AppFlow.Fluent.Tests.Settings;

/// <summary>Which profile the settings come from.</summary>
public sealed class ProfileChoiceTests : IDisposable
{
    private readonly Machine _machine = new Machine()
        .Config("[default]\nregion = eu-west-1\nmax_attempts = 2\n[profile dev]\nregion = eu-west-2\n[profile ops]\nregion = eu-west-3\n")
        .Credentials("[default]\naws_access_key_id = AKIDDEFAULT\naws_secret_access_key = s\n[dev]\naws_access_key_id = AKIDDEV\naws_secret_access_key = s\n"
            + "[ops]\naws_access_key_id = AKIDOPS\naws_secret_access_key = s\n");

    [Theory]
    [InlineData(null, null, "eu-west-1")]
    [InlineData(null, "dev", "eu-west-2")]
    [InlineData(null, " dev ", "eu-west-2")]
    [InlineData(null, " ", "eu-west-1")]
    [InlineData("ops", "dev", "eu-west-3")]
    [InlineData(" ops ", "nobody", "eu-west-3")]
    [InlineData(" ", "dev", "eu-west-2")]
    public void The_profile_comes_from_the_option_then_the_variable_then_the_default(string? option, string? variable, string region)
    {
        using var client = _machine.Set("AWS_PROFILE", variable).Client(new AppFlowClientOptions { Profile = option });

        Assert.Equal(region, client.Region);
    }

    [Fact]
    public void A_named_profile_inherits_nothing_from_the_default_profile()
    {
        _machine.Config("[default]\nregion = eu-west-1\n[profile dev]\nmax_attempts = 2\n");

        Assert.Contains("No region was found", _machine.Fault(new AppFlowClientOptions { Profile = "dev" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_of_the_option_gives_every_setting_that_the_environment_does_not()
    {
        _machine.Config("[profile dev]\nregion = eu-west-2\nmax_attempts = 7\nuse_fips_endpoint = true\nsdk_ua_app_id = of-dev\n").Set("AWS_MAX_ATTEMPTS", "4");
        var sent = await _machine.SendAsync(new AppFlowClientOptions { Profile = "dev" });

        Assert.Equal("appflow-fips.eu-west-2.amazonaws.com", sent.Uri.Host);
        Assert.Equal("attempt=1; max=4", sent.Header("amz-sdk-request"));
        Says.All(sent.Header("User-Agent"), "app/of-dev");
        Says.All(sent.Header("Authorization"), "Credential=AKIDDEV/");
    }

    [Fact]
    public async Task Keys_in_the_environment_come_before_the_profile_of_the_variable_but_after_that_of_the_option()
    {
        _machine.Set("AWS_ACCESS_KEY_ID", "AKIDENV").Set("AWS_SECRET_ACCESS_KEY", "s").Set("AWS_PROFILE", "ops");

        Assert.Equal("AKIDENV", await _machine.SignsAsAsync());
        Assert.Equal("AKIDDEV", await _machine.SignsAsAsync(new AppFlowClientOptions { Profile = "dev" }));
        Assert.Equal("AKIDGIVEN", await _machine.SignsAsAsync(new AppFlowClientOptions { Profile = "dev", Credentials = Machine.Given }));
    }

    [Fact]
    public void The_option_Credentials_does_not_affect_other_settings_of_the_profile()
    {
        using var client = _machine.Client(new AppFlowClientOptions { Profile = "ops", Credentials = Machine.Given });

        Assert.Equal("eu-west-3", client.Region);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("DEV")]
    [InlineData("default ")]
    public void A_named_profile_in_neither_file_is_an_error_even_with_keys_or_given_credentials(string name)
    {
        _machine.Config("[profile dev]\nregion = eu-west-2\n").Credentials("").Set("AWS_REGION", "us-east-1")
            .Set("AWS_ACCESS_KEY_ID", "AKIDENV").Set("AWS_SECRET_ACCESS_KEY", "s");
        var option = _machine.OptionFault(new AppFlowClientOptions { Profile = name, Credentials = Machine.Given });
        Assert.Equal("Profile", option.ParamName);
        Says.All(option.Message, $"'{name.Trim()}'", _machine.ConfigPath, _machine.CredentialsPath);

        Says.All(_machine.Set("AWS_PROFILE", name).Fault(), "AWS_PROFILE", $"'{name.Trim()}'", _machine.ConfigPath, _machine.CredentialsPath);
    }

    [Fact]
    public void A_heading_in_the_form_of_the_other_file_is_pointed_out()
    {
        _machine.Config("[dev]\nregion = eu-west-2\n").Credentials("[profile ops]\n");

        Says.All(_machine.Set("AWS_PROFILE", "dev").Fault(), $"{_machine.ConfigPath} has the heading [dev]; in that file it must be [profile dev]");
        Says.All(_machine.Set("AWS_PROFILE", "ops").Fault(), $"{_machine.CredentialsPath} has the heading [profile ops]; in that file it must be [ops]");
    }

    [Fact]
    public void The_variable_of_older_tools_is_not_read()
    {
        using var client = _machine.Set("AWS_DEFAULT_PROFILE", "dev").Client();

        Assert.Equal("eu-west-1", client.Region);
    }

    [Fact]
    public void With_the_option_the_profile_of_the_variable_is_not_looked_up()
    {
        using var client = _machine.Set("AWS_PROFILE", "nobody").Client(new AppFlowClientOptions { Profile = "dev" });

        Assert.Equal("eu-west-2", client.Region);
    }

    public void Dispose() => _machine.Dispose();
}
