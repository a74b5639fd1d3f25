using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Tests.Settings;

/// <summary>How profile files are read.</summary>
public sealed class ProfileFileTests : IDisposable
{
    private readonly Machine _machine = new();

    [Theory]
    [InlineData("[default]\nregion = eu-west-1")]
    [InlineData("[default]\r\nregion=eu-west-1\r\n")]
    [InlineData("\uFEFF[default]\nregion = eu-west-1\n")]
    [InlineData("# comment\n; comment\n  # comment\n\n [ default ] # mine\n  REGION =eu-west-1\n")]
    [InlineData("[profile default]\nregion = eu-west-1\n")]
    [InlineData("[default]\nregion = us-east-1\n[profile default]\nregion = eu-west-1\n")]
    [InlineData("[profile default]\nregion = eu-west-1\n[default]\nregion = us-east-1\n")]
    [InlineData("[profile \"default\"]\nregion = eu-west-1 ; home\n")]
    [InlineData("[default]\nregion =\n[profile\tother]\nregion = us-east-1\n[default]\n[something else]\nx = y\n[default]\noutput = json\n[profile default]\nregion = eu-west-1\n")]
    [InlineData("[default]\n    s3 =\n        region = us-east-1\n    region = eu-west-1\n")]
    [InlineData("[default]\ns3 =\n  region = us-east-1\nregion = eu-west-1\n")]
    [InlineData("[default]\noutput = json\n  region = eu-west-1\n")]
    [InlineData("[services s]\nregion = us-east-1\n[sso-session s]\nregion = us-east-1\n[default]\nregion = eu-west-1#not a comment\nregion2 = x\n", "eu-west-1#not a comment")]
    public void A_setting_is_found(string config, string region = "eu-west-1") => Assert.Equal(region, Region(_machine.Config(config), "default"));

    [Fact]
    public void A_profile_is_named_by_its_heading_in_the_form_of_its_file()
    {
        _machine.Config("[profile dev]\nregion = eu-west-1\n").Credentials("[ops]\nregion = eu-west-2\n[default]\nregion = eu-west-3\n");

        Assert.Equal("eu-west-1", Region(_machine, "dev"));
        Assert.Equal("eu-west-2", Region(_machine, "ops"));
        Assert.Equal("eu-west-3", Region(_machine, "default"));
    }

    [Fact]
    public void A_setting_in_both_files_comes_from_the_credentials_file_unless_it_is_blank_there()
    {
        _machine.Config("[profile dev]\nregion = eu-west-1\nmax_attempts = 2\n").Credentials("[dev]\nregion = eu-west-2\nmax_attempts =\n");
        var profile = new ProfileStore(_machine.Ambient).Find("dev")!;

        Assert.Equal(("eu-west-2", "2"), (profile.Value("region"), profile.Value("max_attempts")));
    }

    [Theory]
    [InlineData("[default]\nregion eu-west-1\n", 2)]
    [InlineData("region = eu-west-1\n", 1)]
    [InlineData("\n\n[default\nregion = eu-west-1\n", 3)]
    [InlineData("[default] region = eu-west-1\n", 1)]
    [InlineData("[]\n", 1)]
    [InlineData("[default]\n= eu-west-1\n", 2)]
    [InlineData("[default]\ns3 =\n  nothing\n", 3)]
    [InlineData("[profile unrelated]\naws_secret_access_key s3cr3t\n", 2)]
    [InlineData("[default]\nregion = a\nregion = b\n", 3)]
    [InlineData("[default]\nregion = a\n[default]\nREGION = b\n", 4)]
    [InlineData("\u0000\u0001\u0002s3cr3t", 1)]
    public void A_malformed_file_is_an_error_that_names_file_and_line_and_quotes_nothing(string text, int line)
    {
        var fault = _machine.Config(text).Fault();
        Says.All(fault, _machine.ConfigPath, "malformed", $"line {line} ");
        Assert.DoesNotContain("s3cr3t", fault, StringComparison.Ordinal);

        File.Delete(_machine.ConfigPath);
        Says.All(_machine.Credentials(text).Fault(new AppFlowClientOptions { Region = "us-east-1", Credentials = Machine.Given }), _machine.CredentialsPath, $"line {line} ");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error_that_names_it()
    {
        _machine.Set("AWS_CONFIG_FILE", _machine.Home);

        Says.All(_machine.Fault(), _machine.Home, "cannot be read");
    }

    [Fact]
    public void An_empty_file_counts_as_absent()
    {
        _machine.Config("").Credentials(" \n").Set("AWS_REGION", "us-east-1").Client().Dispose();

        Assert.Null(new ProfileStore(_machine.Ambient).Find("default"));
    }

    public void Dispose() => _machine.Dispose();

    private static string? Region(Machine machine, string profile) => new ProfileStore(machine.Ambient).Find(profile)?.Value("region");
}
