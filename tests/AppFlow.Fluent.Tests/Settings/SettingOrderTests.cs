namespace AppFlow.Fluent.Tests.Settings;

/// <summary>
/// Each setting comes from the option, then the environment, then the profile; a setting is not read from a lower source if a higher one
/// has it.
/// </summary>
public sealed class SettingOrderTests : IDisposable
{
    private readonly Machine _machine = new();

    public static TheoryData<string?, string?, string?, string?, string> Regions => new()
    {
        { "eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1", "eu-west-1" },
        { null, "eu-west-2", "eu-west-3", "eu-north-1", "eu-west-2" },
        { null, null, "eu-west-3", "eu-north-1", "eu-west-3" },
        { null, null, null, "eu-north-1", "eu-north-1" },
        { " ", "", "\t", " eu-north-1 ", "eu-north-1" },
        { " eu-west-1 ", "nonsense!", "nonsense!", "nonsense!", "eu-west-1" },
        { null, " eu-west-2 ", "nonsense!", "nonsense!", "eu-west-2" },
        { null, null, "eu-west-3", "nonsense!", "eu-west-3" },
    };

    [Theory]
    [MemberData(nameof(Regions))]
    public void The_region(string? option, string? variable, string? general, string? profile, string expected)
    {
        _machine.Set("AWS_REGION", variable).Set("AWS_DEFAULT_REGION", general).Config($"[default]\nregion = {profile}\n");
        using var client = _machine.Client(new AppFlowClientOptions { Region = option });

        Assert.Equal(expected, client.Region);
        Assert.Equal(new Uri($"https://appflow.{expected}.amazonaws.com"), client.Endpoint);
    }

    [Fact]
    public void The_region_of_the_program_or_the_machine_comes_last()
    {
        _machine.Ambient = _machine.Ambient with { Region = _ => "sa-east-1" };
        using var last = _machine.Client();
        _machine.Config("[default]\nregion = eu-west-1\n");
        using var profile = _machine.Client();

        Assert.Equal(("sa-east-1", "eu-west-1"), (last.Region, profile.Region));
    }

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData(null, null, "true", true)]
    [InlineData(null, null, "TRUE", true)]
    [InlineData(null, null, " False ", false)]
    [InlineData(null, null, "", false)]
    [InlineData(null, "true", "false", true)]
    [InlineData(null, "True", "nonsense", true)]
    [InlineData(null, "false", "true", false)]
    [InlineData(null, " ", "true", true)]
    [InlineData(false, "true", "true", false)]
    [InlineData(false, "nonsense", "nonsense", false)]
    [InlineData(true, "false", "nonsense", true)]
    public void FIPS_and_dual_stack(bool? option, string? variable, string? profile, bool expected)
    {
        _machine.Set("AWS_REGION", "us-gov-west-1").Set("AWS_USE_FIPS_ENDPOINT", variable).Config($"[default]\nuse_fips_endpoint = {profile}\n");
        using var fips = _machine.Client(new AppFlowClientOptions { UseFips = option });
        _machine.Set("AWS_USE_FIPS_ENDPOINT", null).Set("AWS_USE_DUALSTACK_ENDPOINT", variable).Config($"[default]\nuse_dualstack_endpoint = {profile}\n");
        using var dualStack = _machine.Client(new AppFlowClientOptions { UseDualStack = option });

        Assert.Equal(expected ? "appflow-fips.us-gov-west-1.amazonaws.com" : "appflow.us-gov-west-1.amazonaws.com", fips.Endpoint.Host);
        Assert.Equal(expected ? "appflow.us-gov-west-1.api.aws" : "appflow.us-gov-west-1.amazonaws.com", dualStack.Endpoint.Host);
    }

    [Theory]
    [InlineData(null, null, null, 3)]
    [InlineData(null, null, " 7 ", 7)]
    [InlineData(null, "5", "7", 5)]
    [InlineData(null, " 5 ", "nonsense", 5)]
    [InlineData(null, "", "7", 7)]
    [InlineData(2, "5", "7", 2)]
    [InlineData(4, "nonsense", "-1", 4)]
    public async Task The_attempts(int? option, string? variable, string? profile, int expected)
    {
        _machine.Set("AWS_REGION", "us-east-1").Set("AWS_MAX_ATTEMPTS", variable).Config($"[default]\nmax_attempts = {profile}\n");
        var sent = await _machine.SendAsync(new AppFlowClientOptions { Credentials = Machine.Given, MaxAttempts = option });

        Assert.Equal($"attempt=1; max={expected}", sent.Header("amz-sdk-request"));
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(null, null, "of-profile", "of-profile")]
    [InlineData(null, " of-variable ", "of-profile", "of-variable")]
    [InlineData("of-option", "of-variable", "of-profile", "of-option")]
    [InlineData(" ", " ", "of-profile", "of-profile")]
    public async Task The_application_s_id(string? option, string? variable, string? profile, string? expected)
    {
        _machine.Set("AWS_REGION", "us-east-1").Set("AWS_SDK_UA_APP_ID", variable).Config($"[default]\nsdk_ua_app_id = {profile}\n");
        var sent = await _machine.SendAsync(new AppFlowClientOptions { Credentials = Machine.Given, ApplicationId = option });
        var userAgent = sent.Header("User-Agent");

        Assert.StartsWith("AppFlow.Fluent/", userAgent, StringComparison.Ordinal);
        Assert.Equal(expected, userAgent.Contains(" app/", StringComparison.Ordinal) ? userAgent.Split(" app/")[1] : null);
    }

    [Fact]
    public void Each_file_is_read_once_and_an_absent_one_counts_as_empty()
    {
        _machine.Config("[default]\nregion = eu-west-1\nmax_attempts = 2\nretry_mode = standard\n");
        using var client = _machine.Client();

        Assert.Equal([_machine.ConfigPath, _machine.CredentialsPath], _machine.Asked);
    }

    [Fact]
    public void Variables_name_the_files_and_a_tilde_is_the_home_folder()
    {
        _machine.Write("elsewhere", "[default]\nregion = eu-west-1\n");
        _machine.Write("keys", "[default]\nmax_attempts = 0\n");
        _machine.Config("[default]\nregion = eu-west-2\n").Set("AWS_CONFIG_FILE", "~/elsewhere");
        using var client = _machine.Client();

        Assert.Equal("eu-west-1", client.Region);
        Assert.Contains(Path.Combine(_machine.Home, "keys"), _machine.Set("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(_machine.Home, "keys")).Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_home_folder_comes_from_HOME_then_USERPROFILE_then_the_system()
    {
        Directory.CreateDirectory(Path.Combine(_machine.Home, "other", ".aws"));
        _machine.Write("other/.aws/config", "[default]\nregion = eu-west-1\n");
        using var system = _machine.Set("HOME", null).Client();
        Assert.Equal("eu-west-1", system.Region);

        using var profile = _machine.Config("[default]\nregion = eu-west-2\n").Set("USERPROFILE", _machine.Home).Client();
        Assert.Equal("eu-west-2", profile.Region);
    }

    [Fact]
    public void A_variable_that_names_a_missing_file_has_no_fallback()
    {
        _machine.Config("[default]\nregion = eu-west-2\n").Set("AWS_CONFIG_FILE", Path.Combine(_machine.Home, "absent"));

        Assert.Contains("No region was found", _machine.Fault(new AppFlowClientOptions()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_mode_and_the_certificates_of_other_SDKs_are_not_read()
    {
        _machine.Set("AWS_REGION", "us-east-1").Set("AWS_DEFAULTS_MODE", "nonsense").Set("AWS_CA_BUNDLE", "/nowhere").Set("AWS_DEFAULT_PROFILE", "nobody");
        using var client = _machine.Client();

        Assert.Equal("us-east-1", client.Region);
    }

    public void Dispose() => _machine.Dispose();
}
